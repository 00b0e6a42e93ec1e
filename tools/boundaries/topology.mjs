// topology.mjs - from outlines to arcs that neighbours share.
//
// Every outline is cut into sides between corners of the grid.  A side knows
// the place on its left and on its right; 0 is the sea.  Where both are the
// same the side vanishes, as on the antimeridian, where sources cut
// a country in two.  Sides in a chain with equal neighbours make an arc.  So
// whatever set of places is asked for later, its edge is the arcs with just
// one of the two places in the set, and nothing can gape or overlap.

import { corner, DEGREE, degrees, dx, metres, same, TOP, turn, UNIT,
    wrap } from './grid.mjs';

export class Topology {
    sides = new Map(); // "corner corner" -> { a, b, left, right }
    clashes = [];

    /** A side of PLACE, which lies to the left of a -> b. */
    side(place, a, b) {
        if (same(a, b) || (a[1] === b[1] && a[1] % TOP === 0))
            return;
        const ahead = corner(a) < corner(b);
        const [p, q] = ahead ? [a, b] : [b, a];
        const key = corner(p) + ' ' + corner(q);
        let s = this.sides.get(key);
        if (!s)
            this.sides.set(key, s = { a: p, b: q, left: 0, right: 0 });
        const hand = ahead ? 'left' : 'right';
        if (s[hand] && s[hand] !== place)
            this.clashes.push([degrees(a), s[hand], place]);
        s[hand] = place;
    }

    /** A polygon: the first ring around it, the others around its holes. */
    polygon(place, rings) {
        rings.forEach((ring, k) => {
            const r = ring.filter((p, i) =>
                !same(p, ring[(i + ring.length - 1) % ring.length]));
            if (r.length < 3)
                return;
            if ((turn(r) > 0) !== (k === 0))
                r.reverse();
            for (let i = 0; i < r.length; i++)
                this.side(place, r[i], r[(i + 1) % r.length]);
        });
    }

    /** On the antimeridian one source has corners that its neighbour lacks:
     *  cut the sides that lie on it at all of them. */
    mend() {
        const on = [...this.sides].filter(([, s]) =>
            s.a[0] === 0 && s.b[0] === 0);
        const ys = [...new Set(on.flatMap(([, s]) => [s.a[1], s.b[1]]))];
        ys.sort((a, b) => a - b);
        for (const [key, s] of on) {
            this.sides.delete(key);
            const cut = ys.filter((y) => y >= s.a[1] && y <= s.b[1]);
            for (let i = 1; i < cut.length; i++) {
                const a = [0, cut[i - 1]], b = [0, cut[i]];
                if (s.left)
                    this.side(s.left, a, b);
                if (s.right)
                    this.side(s.right, b, a);
            }
        }
    }

    /** All arcs as { points, left, right }. */
    arcs() {
        const at = new Map();
        const live = [...this.sides.values()].filter((s) =>
            s.left !== s.right);
        const meet = (p, s) => {
            const k = corner(p);
            at.has(k) ? at.get(k).push(s) : at.set(k, [s]);
        };
        for (const s of live) {
            meet(s.a, s);
            meet(s.b, s);
        }
        // the neighbours as met by one who walks a -> b, or b -> a
        const hands = (s, from) => same(s.a, from) ? [s.left, s.right]
                                                   : [s.right, s.left];
        const far = (s, from) => same(s.a, from) ? s.b : s.a;
        const next = (s, p, [left, right]) => {
            const here = at.get(corner(p));
            if (here.length !== 2)
                return null;
            const n = here[0] === s ? here[1] : here[0];
            const [l, r] = hands(n, p);
            return l === left && r === right ? n : null;
        };
        const used = new Set(), out = [];
        const walk = (s, from) => {
            const h = hands(s, from), points = [from];
            let p = from;
            while (s && !used.has(s)) {
                used.add(s);
                p = far(s, p);
                points.push(p);
                s = next(s, p, h);
            }
            out.push({ points, left: h[0], right: h[1] });
        };
        // first from where chains end, then the closed ones
        for (const s of live)
            for (const p of [s.a, s.b]) {
                const other = p === s.a ? s.b : s.a;
                if (!used.has(s) && !next(s, p, hands(s, other)))
                    walk(s, p);
            }
        for (const s of live)
            if (!used.has(s))
                walk(s, s.a);
        return out;
    }
}

/** Leave out corners that lie within WITHIN metres of the line between those
 *  kept (Douglas and Peucker 1973).  Ends stay; a closed arc keeps three
 *  more corners at least. */
export function simplify(points, within) {
    const n = points.length, closed = same(points[0], points[n - 1]);
    if (n < (closed ? 5 : 3))
        return points;
    const keep = new Uint8Array(n);
    keep[0] = keep[n - 1] = 1;
    const stack = [];
    if (closed) { // no line to measure from: cut it at the farthest corner
        let m = 1;
        for (let i = 1; i < n - 1; i++)
            if (metres(points[0], points[i]) > metres(points[0], points[m]))
                m = i;
        keep[m] = 1;
        stack.push([0, m], [m, n - 1]);
    } else {
        stack.push([0, n - 1]);
    }
    let kept = closed ? 3 : 2;
    while (stack.length) {
        const [i, j] = stack.pop();
        let worst = -1, far = within;
        for (let k = i + 1; k < j; k++) {
            const d = off(points[k], points[i], points[j]);
            if (d > far)
                [worst, far] = [k, d];
        }
        if (worst < 0)
            continue;
        keep[worst] = 1;
        kept++;
        stack.push([i, worst], [worst, j]);
    }
    if (closed && kept < 4)
        return points;
    return points.filter((_, i) => keep[i]);
}

/** From P to the side A B, in metres. */
export function off(p, a, b) {
    const c = Math.cos((p[1] / UNIT - 90) * Math.PI / 180);
    const ax = dx(p[0], a[0]) * c, ay = a[1] - p[1];
    const bx = ax + dx(a[0], b[0]) * c, by = b[1] - p[1];
    const ux = bx - ax, uy = by - ay, l = ux * ux + uy * uy;
    const t = l ? Math.max(0, Math.min(1, -(ax * ux + ay * uy) / l)) : 0;
    return Math.hypot(ax + t * ux, ay + t * uy) * DEGREE / UNIT;
}

/** Pairs of arcs that cross: each has a side that properly crosses one of
 *  the other, or touches it between corners. */
export function crossings(arcs) {
    const CELL = UNIT / 4, cells = new Map(), bad = new Set();
    arcs.forEach((arc, n) => {
        for (let i = 1; i < arc.points.length; i++) {
            const a = arc.points[i - 1], b = arc.points[i];
            const x1 = a[0] + dx(a[0], b[0]);
            const [l, r] = [Math.min(a[0], x1), Math.max(a[0], x1)];
            const [lo, hi] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
            for (let x = Math.floor(l / CELL); x <= Math.floor(r / CELL); x++)
                for (let y = Math.floor(lo / CELL); y <= Math.floor(hi / CELL);
                     y++) {
                    const k = wrap(x * CELL) * 4096 + y;
                    const c = cells.get(k) ?? cells.set(k, []).get(k);
                    for (const [m, j] of c)
                        if (cross(a, b, arcs[m].points[j - 1],
                                  arcs[m].points[j])) {
                            bad.add(n);
                            bad.add(m);
                        }
                    c.push([n, i]);
                }
        }
    });
    return bad;
}

function hand(a, b, p) {
    return Math.sign(dx(a[0], b[0]) * (p[1] - a[1]) -
                     (b[1] - a[1]) * dx(a[0], p[0]));
}

function between(a, b, p) { // p on the line a b
    return !same(p, a) && !same(p, b) &&
        dx(a[0], p[0]) * dx(p[0], b[0]) >= 0 &&
        (p[1] - a[1]) * (b[1] - p[1]) >= 0;
}

function cross(a, b, c, d) {
    const h1 = hand(a, b, c), h2 = hand(a, b, d);
    const h3 = hand(c, d, a), h4 = hand(c, d, b);
    if (h1 * h2 < 0 && h3 * h4 < 0)
        return true;
    return (h1 === 0 && between(a, b, c)) || (h2 === 0 && between(a, b, d)) ||
        (h3 === 0 && between(c, d, a)) || (h4 === 0 && between(c, d, b));
}
