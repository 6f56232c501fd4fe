#!/usr/bin/env python3
"""Makes templates/map/region.txt: the outlines of the region's countries and of their neighbours, from Natural Earth.

    make map        fetches the npm package world-atlas (TopoJSON of Natural Earth) into build/ and runs this

Only who changes the map needs it: building takes region.txt as it stands. Countries are told apart by the number that
ISO 3166 and UN M49 share; which of them take part is decided by the catalogue, not here. Lines that two countries share are
simplified once, so that no gap opens between them.
"""

import json
import math
import sys

WEST, EAST, SOUTH, NORTH = 38.0, 100.0, 31.0, 60.0    # what the frame of outline.awk may show
LEAST_AREA = 0.008                                     # square degrees (of longitude at 45°) that a corner must make to be kept
DIGITS = 2
LABEL_ROOM = 2.0                                       # more than a name needs, in the measure of label_of()


def decode(topology):
    """The arcs as lists of (longitude, latitude)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def corner(a, b, c):
    """What would be lost with b: the triangle's area, with degrees of longitude at their length there."""
    shrink = math.cos(math.radians(b[1]))
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2 * shrink


def simplify(points):
    """Visvalingam's method: the smallest corner goes first. Ends stay, so that lines still meet."""
    points = list(points)
    while len(points) > 3:
        least, place = min((corner(points[i - 1], points[i], points[i + 1]), i) for i in range(1, len(points) - 1))
        if least >= LEAST_AREA:
            break
        del points[place]
    return points


def near(points):
    return any(WEST - 4 < x < EAST + 4 and SOUTH - 4 < y < NORTH + 4 for x, y in points)


def ring_of(indexes, arcs):
    ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring[:-1]


def clip(ring):
    """Sutherland and Hodgman's, edge by edge of the frame."""
    edges = [(0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)]
    for axis, limit, sign in edges:
        kept = []
        for i, point in enumerate(ring):
            before = ring[i - 1]
            inside, was = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append(tuple(before[k] + share * (point[k] - before[k]) for k in (0, 1)))
            if inside:
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def inside(ring, x, y):
    odd = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
            odd = not odd
    return odd


def label_of(ring):
    """Where a name has room: the ring is far away to both sides and not near above or below; of all such places, the middle one."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    middle = (sum(xs) / len(xs), sum(ys) / len(ys))
    best = (-1, 0, 0, 0)
    steps = 60
    for i in range(1, steps):
        for j in range(1, steps):
            x = min(xs) + (max(xs) - min(xs)) * i / steps
            y = min(ys) + (max(ys) - min(ys)) * j / steps
            if not inside(ring, x, y):
                continue
            room = []
            for dx, dy, weight in ((1, 0, 2.2), (-1, 0, 2.2), (0, 1, 0.8), (0, -1, 0.8)):
                far = 0.0
                while far < 8 and inside(ring, x + dx * far, y + dy * far):
                    far += 0.1
                room.append(far / weight)
            best = max(best, (min(min(room), LABEL_ROOM), -math.hypot(x - middle[0], y - middle[1]), x, y))
    return best[2:]


def main(source, version):
    topology = json.load(open(source, encoding="utf-8"))
    arcs = [simplify(arc) if near(arc) else arc[:1] + arc[-1:] for arc in decode(topology)]
    countries = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [clip(ring_of(indexes, arcs)) for polygon in polygons for indexes in polygon]
        rings = [ring for ring in rings if len(ring) > 2 and area(ring) > 0.05]
        if rings:
            countries.append((int(country.get("id", 0)), country["properties"]["name"], rings))
    print(f"""# Outlines of the region's countries and their neighbours: longitude,latitude in degrees, one line a ring.
# Source: Natural Earth, 1:50m, Admin 0 countries, through the npm package world-atlas {version} (countries-50m.json).
# Natural Earth is in the public domain. Simplified, cut to the frame and rounded by templates/map/extract.py (`make map`).
# The outlines imply no opinion on the legal status of any country or territory, or on the course of its borders.
# country NUMBER LABEL-LONGITUDE,LABEL-LATITUDE NAME; the number is that of ISO 3166 and UN M49, 0 where it has none.""")
    for number, name, rings in sorted(countries):
        x, y = label_of(max(rings, key=area))
        print(f"country {number} {x:.1f},{y:.1f} {name}")
        for ring in rings:
            print("ring " + " ".join(f"{x:.{DIGITS}f},{y:.{DIGITS}f}" for x, y in ring))


if __name__ == "__main__":
    main(*sys.argv[1:])
