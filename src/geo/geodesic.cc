// geodesic.cc - GeographicLib for C; see geodesic.h
#include "geo/geodesic.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <new>
#include <type_traits>

using namespace GeographicLib;

static_assert(sizeof(GeodesicLine) <= sizeof(geodesic::room), "it fits");
static_assert(alignof(GeodesicLine) <= alignof(double), "it fits");
static_assert(std::is_trivially_destructible<GeodesicLine>::value,
              "nobody destroys it");

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

void geodesic_make(geodesic *g, geo_point p, geo_point q)
{
    unsigned need = Geodesic::LATITUDE | Geodesic::LONGITUDE |
                    Geodesic::AZIMUTH | Geodesic::DISTANCE_IN |
                    Geodesic::DISTANCE;
    GeodesicLine *line = new (g->room)
        GeodesicLine(earth().InverseLine(p.lat, p.lon, q.lat, q.lon, need));
    g->length = line->Distance();
}

geo_point geodesic_at(const geodesic *g, double metres, double *azimuth)
{
    const void *room = g->room;
    const GeodesicLine *line = static_cast<const GeodesicLine *>(room);
    geo_point p;
    double there;
    line->Position(metres, p.lat, p.lon, there);
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
