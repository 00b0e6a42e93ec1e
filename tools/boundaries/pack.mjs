// pack.mjs - writes src/geo/boundaries.bin.  The format, little endian; a
// number is a LEB128 varint, a signed one zigzag first, a text its length
// and its bytes.  ORDER BOUNDARIES: src/geo/file.c reads it.
//
//   8 bytes  "geobnds1"
//   6 times  offset and length of a section, 4 bytes each, in this order:
//   TITLE    text; the year whose borders it has
//   LANDS    count; each: two, three letters, places
//   PLACES   count (of places, which are numbered from 1)
//   AREAS    count; each: text (name), code text or none, places
//   KEYS     count; each, sorted: bytes shared with the key before, text
//            (the rest), area, rank (0 province, 1 group, 2 other name)
//   ARCS     units a degree, count; each: place on the left, on the right
//            (0 the sea), points, bytes in what follows; then those bytes:
//            x and y of the first point (x from 180 W, y from the south
//            pole), then what the next is off by
//
//   places: count, then each as the step from the one before.

export class Bytes {
    list = [];

    number(n) {
        if (!Number.isSafeInteger(n) || n < 0)
            throw new Error('not a number to pack: ' + n);
        while (n >= 128) {
            this.list.push((n % 128) + 128);
            n = Math.floor(n / 128);
        }
        this.list.push(n);
    }

    signed(n) {
        this.number(n < 0 ? -2 * n - 1 : 2 * n);
    }

    text(s) {
        const b = Buffer.from(s, 'utf8');
        this.number(b.length);
        for (const c of b)
            this.list.push(c);
    }

    places(ids) {
        this.number(ids.length);
        let last = 0;
        for (const id of [...ids].sort((a, b) => a - b)) {
            this.number(id - last);
            last = id;
        }
    }
}

export function pack(map) {
    const sections = [title, lands, places, areas, keys, arcs].map((f) => {
        const b = new Bytes();
        f(b, map);
        return Buffer.from(b.list);
    });
    const head = Buffer.alloc(8 + 8 * sections.length);
    head.write('geobnds1', 'latin1');
    let at = head.length;
    sections.forEach((s, i) => {
        head.writeUInt32LE(at, 8 + 8 * i);
        head.writeUInt32LE(s.length, 12 + 8 * i);
        at += s.length;
    });
    return Buffer.concat([head, ...sections]);
}

function title(b, map) {
    b.text(map.title);
    b.number(map.year);
}

function lands(b, map) {
    b.number(map.lands.length);
    for (const l of map.lands) {
        b.text(l.two);
        b.text(l.three);
        b.places(l.places);
    }
}

function places(b, map) {
    b.number(map.places);
}

function areas(b, map) {
    b.number(map.areas.length);
    for (const a of map.areas) {
        b.text(a.name);
        b.text(a.code);
        b.places(a.places);
    }
}

function keys(b, map) {
    b.number(map.keys.length);
    let last = Buffer.alloc(0);
    for (const k of map.keys) {
        const now = Buffer.from(k.key, 'utf8');
        let n = 0;
        while (n < last.length && n < now.length && last[n] === now[n])
            n++;
        b.number(n);
        b.number(now.length - n);
        for (const c of now.subarray(n))
            b.list.push(c);
        b.number(k.area);
        b.number(k.rank);
        last = now;
    }
}

function arcs(b, map) {
    b.number(map.unit);
    b.number(map.arcs.length);
    const points = map.arcs.map((arc) => {
        const p = new Bytes();
        let [x, y] = [0, 0];
        arc.points.forEach((q, i) => {
            p.signed(i ? map.dx(x, q[0]) : q[0]);
            p.signed(q[1] - y);
            [x, y] = q;
        });
        return p.list;
    });
    map.arcs.forEach((arc, i) => {
        b.number(arc.left);
        b.number(arc.right);
        b.number(arc.points.length);
        b.number(points[i].length);
    });
    for (const p of points)
        for (const c of p)
            b.list.push(c);
}
