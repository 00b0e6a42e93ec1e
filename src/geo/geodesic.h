/* geodesic.h - shortest lines on the ellipsoid (WGS 84), by GeographicLib
 *
 * C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013, in the
 * implementation by its author, who knows them to 15 nanometres.  That is in
 * C++; geodesic.cc is all of ours that is.  Angles are degrees, azimuths from
 * north by east, lengths metres.
 */
#ifndef GEO_GEODESIC_H
#define GEO_GEODESIC_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct geo_point {
    double lat, lon; /* lat -90..90, lon any; 181 is -179 */
};

/* The line from a point to another, and on beyond it. */
struct geodesic {
    struct geo_point from;
    double azimuth, length;
};

/* The length of the line from P to Q; its azimuths there unless NULL. */
double geodesic_length(struct geo_point p, struct geo_point q,
                       double *azimuth_at_p, double *azimuth_at_q);
struct geo_point geodesic_end(struct geo_point p, double azimuth,
                              double metres);

void geodesic_make(struct geodesic *g, struct geo_point p, struct geo_point q);
/* METRES along it (*AZIMUTH there, may be NULL). */
struct geo_point geodesic_at(const struct geodesic *g, double metres,
                             double *azimuth);

/* Square metres to the left of a ring of N corners, whose sides are
 * geodesics; below zero if it goes clockwise. AROUND: metres all round. */
double geodesic_area(const struct geo_point *p, size_t n, double *around);

#ifdef __cplusplus
}
#endif

#endif
