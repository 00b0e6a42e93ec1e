// names.mjs - how names are compared: a key that leaves out what readers
// do not mind.  src/geo/names.c does the same to what is asked for; a test
// there holds the two together.

const PLAIN = {
    '\u00df': 'ss', '\u00e6': 'ae', '\u0153': 'oe', '\u00f8': 'o',
    '\u0142': 'l', '\u0111': 'd', '\u00f0': 'd', '\u00fe': 'th',
    '\u03c2': '\u03c3', '\u0131': 'i', '\u0127': 'h', '\u0259': 'e',
};

export function key(name) {
    let out = '';
    for (const c of name.normalize('NFKD').toLowerCase().normalize('NFKD')) {
        if (/\p{M}|['`\u2018\u2019\u02b9\u02bb\u02bc\u02bf\u02be]/u.test(c))
            continue;
        if (c.codePointAt(0) < 128 && !/[a-z0-9]/.test(c))
            out += ' ';
        else
            out += PLAIN[c] ?? c;
    }
    return out.trim().replace(/ +/g, ' ');
}
