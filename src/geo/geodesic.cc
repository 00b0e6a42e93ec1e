// geodesic.cc - GeographicLib for C; see geodesic.h
#include "geo/geodesic.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

using namespace GeographicLib;

static const Geodesic &earth()
{
    return Geodesic::WGS84();
}

double geodesic_length(geo_point p, geo_point q, double *azimuth_at_p,
                       double *azimuth_at_q)
{
    double length, from, to;
    if (!azimuth_at_p && !azimuth_at_q) {
        earth().Inverse(p.lat, p.lon, q.lat, q.lon, length);
        return length;
    }
    earth().Inverse(p.lat, p.lon, q.lat, q.lon, length, from, to);
    if (azimuth_at_p)
        *azimuth_at_p = from;
    if (azimuth_at_q)
        *azimuth_at_q = to;
    return length;
}

geo_point geodesic_end(geo_point p, double azimuth, double metres)
{
    geo_point q;
    earth().Direct(p.lat, p.lon, azimuth, metres, q.lat, q.lon);
    return q;
}

// A GeodesicLine is quicker by a half, and what it keeps differs from version
// to version: nothing for C to keep.
void geodesic_make(geodesic *g, geo_point p, geo_point q)
{
    g->from = p;
    g->length = geodesic_length(p, q, &g->azimuth, nullptr);
}

geo_point geodesic_at(const geodesic *g, double metres, double *azimuth)
{
    geo_point p;
    double there;
    earth().Direct(g->from.lat, g->from.lon, g->azimuth, metres, p.lat, p.lon,
                   there);
    if (azimuth)
        *azimuth = there;
    return p;
}

double geodesic_area(const geo_point *p, size_t n, double *around)
{
    PolygonArea ring(earth());
    double area;
    for (size_t i = 0; i < n; i++)
        ring.AddPoint(p[i].lat, p[i].lon);
    ring.Compute(false, true, *around, area);
    return area;
}
