/* table.h - a table as rows of cells: CSV, a sheet of XLSX, layers of maps.
 *
 *     struct table_how how = { .separator = ',' };
 *     struct table t;
 *     struct table_wrong wrong;
 *     if (!table_csv(keep, text, &how, &t, &wrong))
 *         ... wrong.what, wrong.help; bytes [from, to) of wrong.view ...
 *     t.rows[3].cells[0].text
 *
 * A table knows nothing of treaties: cells are text, UTF-8, blanks about them
 * taken off, and what they mean is the business of import/.  Only a date of a
 * workbook is known for one, and comes as YEAR-MONTH-DAY.
 *
 * `view` is a text in which people can be shown a cell: a CSV itself (in
 * UTF-8), or a line for each row of a sheet, so that its line numbers are
 * those of the sheet.  Cells have their place in it.
 *
 * Knows base only.  Limits: TABLE_BYTES of text, TABLE_ROWS, TABLE_COLUMNS; a
 * larger table is refused, whatever its packed size.
 */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H

#include "base/os.h"

#define TABLE_BYTES ((size_t)256 << 20)
#define TABLE_ROWS ((size_t)2000000)
#define TABLE_COLUMNS ((size_t)16384)

struct table_cell {
    str text;
    uint32_t from, to; /* bytes of the view */
    bool date;         /* it was a date of a workbook */
    bool number;       /* it was a number of a workbook: a point is one */
};

struct table_row {
    const struct table_cell *cells;
    uint32_t n;
    uint32_t number;   /* as people count, from 1 */
    uint32_t from, to; /* bytes of the view */
};

struct table {
    str view;
    const struct table_row *rows;
    size_t n;
    bool ragged; /* a short row is a fault: of CSV, not of a sheet */
};

/* How the table is written. */
struct table_how {
    char separator;    /* ',' if 0 */
    bool windows_1252; /* else UTF-8 */
    str sheet;         /* or layer: its name; empty: the only one */
};

/* Why it cannot be read, and where, if anywhere. */
struct table_wrong {
    str what, help;
    str view;
    uint32_t from, to;
};

/* A table of any kind that is known, by the end of its file's name: .xlsx, or
 * else CSV; `.tsv` is parted by tabs. */
bool table_read(struct arena *keep, str path, str bytes,
                const struct table_how *how, struct table *out,
                struct table_wrong *wrong);

/* A file of maps, by the end of its name: .gpkg, .shp, .geojson, .kml, .kmz,
 * .gml, .gpx. */
bool table_is_map(str path);
/* One layer of such a file of the machine: a row for each thing in it, with
 * longitude and latitude (WGS 84) of points in columns X and Y. *GOOD: it was
 * read. A fault: the machine cannot start the program that reads it. */
fault table_layer(struct arena *keep, struct os *os, str path,
                  const struct table_how *how, struct table *out, bool *good,
                  struct table_wrong *wrong);

/* RFC 4180, with LF or CRLF; a byte-order mark is skipped. */
bool table_csv(struct arena *keep, str text, const struct table_how *how,
               struct table *out, struct table_wrong *wrong);

/* Bytes of Windows-1252 as UTF-8; a byte that means nothing there becomes
 * U+FFFD. */
str table_from_1252(struct arena *keep, str text);

#endif
