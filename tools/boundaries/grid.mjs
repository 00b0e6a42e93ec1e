// grid.mjs - a grid of integers on which equal corners are equal.
//
// One unit is 1/5000 degree (22 m).  x counts from 180 W and wraps at 180 E,
// so that both sides of the antimeridian meet; y counts from the south pole.

export const UNIT = 5000;
export const DEGREE = 111200; // metres
export const ROUND = 360 * UNIT;
export const TOP = 180 * UNIT;

export const wrap = (x) => ((x % ROUND) + ROUND) % ROUND;

export const snap = ([lon, lat]) =>
    [wrap(Math.round((lon + 180) * UNIT)), Math.round((lat + 90) * UNIT)];

export const degrees = ([x, y]) => [x / UNIT - 180, y / UNIT - 90];

/** b - a in x, the short way round. */
export function dx(a, b) {
    const d = b - a;
    return d > ROUND / 2 ? d - ROUND : d < -ROUND / 2 ? d + ROUND : d;
}

export const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** One number for a corner; y < 2^21. */
export const corner = (p) => p[0] * 2097152 + p[1];

/** Length of a side in metres, near enough for choosing. */
export function metres(a, b) {
    const lat = ((a[1] + b[1]) / 2 / UNIT - 90) * Math.PI / 180;
    return DEGREE / UNIT *
        Math.hypot(dx(a[0], b[0]) * Math.cos(lat), b[1] - a[1]);
}

/** Twice the signed area of a ring of corners; positive: anticlockwise. */
export function turn(ring) {
    let sum = 0, x = 0;
    for (let i = 0; i < ring.length; i++) {
        const a = ring[i], b = ring[(i + 1) % ring.length];
        const step = dx(a[0], b[0]);
        sum += x * (b[1] - a[1]) - step * (a[1] - ring[0][1]);
        x += step;
    }
    return sum;
}
