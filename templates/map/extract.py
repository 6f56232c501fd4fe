#!/usr/bin/env python3
"""Makes templates/map/region.txt: the outlines of the region's countries, the land around them and its borders, from Natural Earth.

    make map        fetches the npm package world-atlas (TopoJSON of Natural Earth) into build/ and runs this

Only who changes the map needs it: building takes region.txt as it stands. Countries are told apart by the number that
ISO 3166 and UN M49 share; which of them take part is decided by the catalogue, not here: each country has its whole outline, to be
drawn where it takes part, and each border its own line, to be drawn where neither side does. Lines that two countries share are
simplified once, so that no gap opens between them.

The projection is Albers' equal-area conic (Snyder, Map Projections, USGS Professional Paper 1395, §14) on a sphere, about 67°E
45.1°N with true scale at 38°N and 52°N: the region keeps its sizes, and its northern border bends as on a globe.
"""

import json
import math
import sys

WEST, EAST, SOUTH, NORTH = 34.0, 102.0, 29.0, 62.0    # degrees; more than the frame shows
WIDTH, HEIGHT, SCALE = 720, 512, 1380                  # the frame, in units; a page shows it somewhat smaller
MARGIN = 3                                             # units around it: lines along the edge are not to be seen
LEAST_CORNER = 14                                      # square units that a corner must make to be kept
LEAST_RING = 60                                        # square units that an island must have
LABEL_ROOM = 95                                        # more than a name needs, in the measure of label_of()


def projection():
    low, high, middle = math.radians(38), math.radians(52), math.radians(45.1)
    n = (math.sin(low) + math.sin(high)) / 2
    c = math.cos(low) ** 2 + 2 * n * math.sin(low)
    rho0 = math.sqrt(c - 2 * n * math.sin(middle)) / n

    def project(place):
        theta = n * math.radians(place[0] - 67)
        rho = math.sqrt(c - 2 * n * math.sin(math.radians(place[1]))) / n
        return WIDTH / 2 + SCALE * rho * math.sin(theta), HEIGHT / 2 - SCALE * (rho0 - rho * math.cos(theta))

    return project


project = projection()


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
    """What would be lost with b: the triangle's area on the map."""
    (ax, ay), (bx, by), (cx, cy) = project(a), project(b), project(c)
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def simplify(points):
    """Visvalingam's method: the smallest corner goes first. Ends stay, so that lines still meet."""
    points = list(points)
    if not any(WEST < x < EAST and SOUTH < y < NORTH for x, y in points):
        return points[:-1:20] + points[-1:]
    while len(points) > 3:
        least, place = min((corner(points[i - 1], points[i], points[i + 1]), i) for i in range(1, len(points) - 1))
        if least >= LEAST_CORNER:
            break
        del points[place]
    return points


def ring_of(indexes, arcs):
    ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring[:-1]


def crossing(a, b, axis, limit):
    share = (limit - a[axis]) / (b[axis] - a[axis])
    return tuple(a[k] + share * (b[k] - a[k]) for k in (0, 1))


def clip(ring, west, east, north, south):
    """Sutherland and Hodgman's, edge by edge of the frame."""
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, north, 1), (1, south, -1)):
        kept = []
        for i, point in enumerate(ring):
            before = ring[i - 1]
            inside, was = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was:
                kept.append(crossing(before, point, axis, limit))
            if inside:
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def on_map(ring):
    ring = [project(place) for place in clip(ring, WEST, EAST, SOUTH, NORTH)]
    return clip(ring, -MARGIN, WIDTH + MARGIN, -MARGIN, HEIGHT + MARGIN)


def visible(line):
    """The parts of a line that the frame shows, each with the points before and after it."""
    line = [project(place) for place in line]
    shown = [-MARGIN <= x <= WIDTH + MARGIN and -MARGIN <= y <= HEIGHT + MARGIN for x, y in line]
    parts, part = [], []
    for i, point in enumerate(line):
        if any(shown[max(0, i - 1):i + 2]):
            part.append(point)
        elif part:
            parts.append(part)
            part = []
    # An exclave of next to nothing is no line.
    return [p for p in parts + [part] if len(p) > 1 and (p[0] != p[-1] or area(p) > LEAST_RING)]


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
            for dx, dy, weight in ((1, 0, 1.6), (-1, 0, 1.6), (0, 1, 0.8), (0, -1, 0.8)):
                far = 0
                while far < 240 and inside(ring, x + dx * far, y + dy * far):
                    far += 3
                room.append(far / weight)
            best = max(best, (min(min(room), LABEL_ROOM), -math.hypot(x - middle[0], y - middle[1]), x, y))
    return best[2:]


def owners_of(countries):
    """By arc: which countries it bounds."""
    owners = {}
    for country in countries:
        for ring in rings_of(country):
            for index in ring:
                owners.setdefault(index if index >= 0 else ~index, []).append(country)
    return owners


def rings_of(country):
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def number_of(country):
    return int(country.get("id", 0))


def coasts(owners, countries):
    """The arcs that bound one country alone: land against water."""
    return [index for country in countries for ring in rings_of(country) for index in ring if len(owners[index if index >= 0 else ~index]) == 1]


def stitched(indexes, arcs):
    """Joins arcs end to end until they close: rings of arcs."""
    begins = {}
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        begins.setdefault(arc[0], []).append((index, arc[-1]))
    rings = []
    for start in list(begins):
        while begins[start]:
            ring, at = [], None
            while at != start:
                index, at = begins[start if at is None else at].pop()
                ring.append(index)
            rings.append(ring)
    return rings


def text(points):
    """Whole units; what falls on the point before is left out."""
    out = []
    for x, y in points:
        place = f"{round(x)},{round(y)}"
        if not out or out[-1] != place:
            out.append(place)
    return " ".join(out)


def main(source, version):
    topology = json.load(open(source, encoding="utf-8"))
    arcs = [simplify(arc) for arc in decode(topology)]
    countries = topology["objects"]["countries"]["geometries"]
    owners = owners_of(countries)
    print(f"""# The region's countries, the land around them and its borders: x,y in units of the frame.
# Source: Natural Earth, 1:50m, Admin 0 countries, through the npm package world-atlas {version} (countries-50m.json).
# Natural Earth is in the public domain. Projected, simplified, cut to the frame and rounded by templates/map/extract.py (`make map`).
# The outlines imply no opinion on the legal status of any country or territory, or on the course of its borders.
# country NUMBER LABEL-X,LABEL-Y NAME, then its rings; the number is that of ISO 3166 and UN M49, 0 where it has none.
# land: rings of all land together, water within it too · border NUMBER NUMBER: a line, and what lies on its two sides.
frame {WIDTH} {HEIGHT}""")
    for country in sorted(countries, key=lambda country: (number_of(country), country["properties"]["name"])):
        rings = [on_map(ring_of(ring, arcs)) for ring in rings_of(country)]
        rings = [ring for ring in rings if len(ring) > 2 and area(ring) > LEAST_RING]
        if not rings:
            continue
        x, y = label_of(max(rings, key=area))
        print(f"country {number_of(country)} {x:.0f},{y:.0f} {country['properties']['name']}")
        for ring in rings:
            print("ring " + text(ring))
    for ring in stitched(coasts(owners, countries), arcs):
        ring = on_map(ring_of(ring, arcs))
        if len(ring) > 2 and area(ring) > LEAST_RING:
            print("land " + text(ring))
    for index in sorted(owners):
        if len(owners[index]) == 2:
            for line in visible(arcs[index]):
                print("border %d %d %s" % (*sorted(map(number_of, owners[index])), text(line)))


if __name__ == "__main__":
    main(*sys.argv[1:])
