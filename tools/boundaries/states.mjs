// states.mjs - the United States cut into states.
//
// us-atlas has the lines between the states, but a coarse coast and nothing
// in the Great Lakes.  So the outline comes from us.mjs and the lines from
// us-atlas: each is followed from where it lies well inside, cut where it
// leaves the outline, and led on to the nearest corner of the outline where
// it ends short of it.  Through the lakes it runs on as LAKES says.
//
// Going round the outline with the land on the left, the state changes where
// a line comes in: it was the state on the line's left (as one walks inland),
// it becomes that on its right.  The next line must agree; if it does not,
// the build fails.  Islands and Alaska belong to the nearest state.

import { corner, dx, metres, same, snap, turn, UNIT, wrap } from './grid.mjs';
import { LAKES, TERRITORIES } from './rules.mjs';

/** Arcs of us-atlas with the states to their left and right. */
function lines(us) {
    const { scale, translate } = us.transform;
    const arcs = us.arcs.map((arc) => {
        let x = 0, y = 0;
        return arc.map((d) => snap([
            (x += d[0]) * scale[0] + translate[0],
            (y += d[1]) * scale[1] + translate[1]]));
    });
    const sides = arcs.map(() => ({ left: null, right: null }));
    const corners = [];
    for (const g of us.objects.states.geometries) {
        const name = g.properties.name;
        if (TERRITORIES.includes(name))
            continue;
        for (const rings of g.type === 'Polygon' ? [g.arcs] : g.arcs)
            rings.forEach((ring, k) => {
                const pts = ring.flatMap((i) =>
                    (i < 0 ? [...arcs[~i]].reverse() : arcs[i]).slice(1));
                const ahead = (turn(pts) > 0) === (k === 0);
                for (const i of ring) {
                    const left = (i >= 0) === ahead;
                    sides[i < 0 ? ~i : i][left ? 'left' : 'right'] = name;
                }
                for (const p of pts)
                    corners.push({ p, name });
            });
    }
    const inner = [];
    arcs.forEach((points, i) => {
        const { left, right } = sides[i];
        if (left && right)
            inner.push({ points, left, right });
    });
    return { inner, corners };
}

const holds = (ring, p) => {
    let odd = false;
    for (let i = 0; i < ring.length; i++) {
        const a = ring[i], b = ring[(i + 1) % ring.length];
        const ax = dx(p[0], a[0]), bx = dx(p[0], b[0]);
        if ((ax > 0) !== (bx > 0) &&
            p[1] < a[1] + (b[1] - a[1]) * -ax / (bx - ax))
            odd = !odd;
    }
    return odd;
};

const nearest = (list, p, of = (q) => q) => {
    let best = null, far = Infinity;
    for (const q of list) {
        const d = metres(of(q), p);
        if (d < far)
            [best, far] = [q, d];
    }
    return [best, far];
};

/** The mainland cut: sides as [a, b, state on the left], and what happened
 *  to the ends. */
export function states(polygons, us, insert) {
    const { inner, corners } = lines(us);
    const main = polygons.map((r) => r[0]).reduce((a, b) =>
        Math.abs(turn(a)) > Math.abs(turn(b)) ? a : b);
    if (turn(main) < 0)
        main.reverse();
    const all = [...inner, ...LAKES.map(([left, right, pts]) =>
        ({ left, right, points: pts.map(snap), lake: true }))];
    join(all);
    const degree = new Map();
    for (const l of all)
        for (const p of [l.points[0], l.points.at(-1)])
            degree.set(corner(p), (degree.get(corner(p)) ?? 0) + 1);
    const node = (p) => degree.get(corner(p)) > 1 && holds(main, p);
    const kept = all.map((l) => clip(l, main, node)).filter((l) => l);
    const ends = new Map(); // corner of the outline -> [before, after]
    for (const l of kept)
        for (const first of [true, false]) {
            const p = first ? l.points[0] : l.points.at(-1);
            if (node(p))
                continue;
            const at = land(main, p, insert);
            first ? l.points.unshift(at) : l.points.push(at);
            const side = first ? [l.left, l.right] : [l.right, l.left];
            const k = corner(at);
            if (ends.has(k))
                side.splice(0, 2, ...meet(ends.get(k), side, at));
            ends.set(k, side);
        }
    const sides = [];
    for (const l of kept)
        for (let i = 1; i < l.points.length; i++) {
            sides.push([l.points[i - 1], l.points[i], l.left]);
            sides.push([l.points[i], l.points[i - 1], l.right]);
        }
    outline(main, ends, sides);
    for (const rings of polygons) {
        if (rings[0] === main)
            continue;
        const name = nearest(corners, rings[0][0], (c) => c.p)[0].name;
        rings.forEach((ring, k) => {
            const r = (turn(ring) > 0) === (k === 0) ? ring
                                                     : [...ring].reverse();
            r.forEach((p, i) => sides.push([p, r[(i + 1) % r.length], name]));
        });
    }
    return sides;
}

/** Two lines come in at one corner, with one state between them. */
function meet(a, b, at) {
    if (a[1] === b[0])
        return [a[0], b[1]];
    if (b[1] === a[0])
        return [b[0], a[1]];
    throw new Error(`lines of ${a} and ${b} meet at ${at}`);
}

/** Ends of lines through lakes start where those on land end. */
function join(all) {
    const land = all.filter((l) => !l.lake).flatMap((l) =>
        [l.points[0], l.points.at(-1)]);
    for (const l of all.filter((m) => m.lake))
        for (const i of [0, l.points.length - 1]) {
            const [p, far] = nearest(land, l.points[i]);
            if (far < 5000)
                l.points[i] = p;
        }
}

/** A corner every 300 m or so. */
function dense(points) {
    const out = [points[0]];
    for (let i = 1; i < points.length; i++) {
        const a = points[i - 1], b = points[i];
        const n = Math.max(1, Math.ceil(metres(a, b) / 300));
        for (let k = 1; k <= n; k++)
            out.push([wrap(a[0] + Math.round(dx(a[0], b[0]) * k / n)),
                      a[1] + Math.round((b[1] - a[1]) * k / n)]);
    }
    return out.filter((p, k) => !k || !same(p, out[k - 1]));
}

/** The part of a line that lies inside: from its end at a node on, or the
 *  longest there is; null: next to none. */
function clip(l, ring, node) {
    const [a, b] = [node(l.points[0]), node(l.points.at(-1))];
    if (l.lake || (a && b))
        return l;
    const points = dense(l.points), runs = [[]];
    for (const p of points)
        holds(ring, p) ? runs.at(-1).push(p) : runs.push([]);
    const run = a ? runs[0] : b ? runs.at(-1)
        : runs.reduce((x, y) => y.length > x.length ? y : x);
    return run.length > (a || b ? 1 : 60) ? { ...l, points: run } : null;
}

/** Where a line that ends at P comes to the outline: a new corner. */
function land(ring, p, insert) {
    let best = 0, far = Infinity, foot = null;
    for (let i = 0; i < ring.length; i++) {
        const a = ring[i], b = ring[(i + 1) % ring.length];
        const c = Math.cos((p[1] / UNIT - 90) * Math.PI / 180);
        const ux = dx(a[0], b[0]) * c, uy = b[1] - a[1];
        const px = dx(a[0], p[0]) * c, py = p[1] - a[1];
        const t = Math.max(0, Math.min(1, (px * ux + py * uy) /
                                          (ux * ux + uy * uy || 1)));
        const d = Math.hypot(px - t * ux, py - t * uy);
        if (d < far)
            [best, far, foot] = [i, d, [
                wrap(a[0] + Math.round(t * dx(a[0], b[0]))),
                a[1] + Math.round(t * (b[1] - a[1]))]];
    }
    const a = ring[best], b = ring[(best + 1) % ring.length];
    if (!same(foot, a) && !same(foot, b))
        insert(a, b, foot);
    return foot;
}

/** The outline, state by state. */
function outline(ring, ends, sides) {
    const start = ring.findIndex((p) => ends.has(corner(p)));
    let state = null;
    for (let i = 0; i <= ring.length; i++) {
        const p = ring[(start + i) % ring.length];
        const e = ends.get(corner(p));
        if (e) {
            if (state && e[0] !== state)
                throw new Error(`${state}, not ${e}, at ${p}`);
            state = e[1];
        }
        if (i < ring.length)
            sides.push([p, ring[(start + i + 1) % ring.length], state]);
    }
}
