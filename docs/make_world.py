"""Writes the outlines of the world's countries as an SVG with a path each, for the workbench's map.

    pip download --no-deps geopandas==0.14.4
    unzip geopandas-0.14.4-*.whl 'geopandas/datasets/naturalearth_lowres/*'
    python docs/make_world.py geopandas/datasets/naturalearth_lowres/naturalearth_lowres

The outlines are Natural Earth's 1:110 million (public domain, naturalearthdata.com), which that
release of geopandas carries; later ones do not.
"""

import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kroniek.web.projection import project

OUT = Path(__file__).parents[1] / "src/kroniek/web/static/world.svg"

Ring = list[tuple[float, float]]


def shapes(path: Path) -> Iterator[list[Ring]]:
    """The rings of each polygon of a shapefile, as longitude and latitude."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        length = struct.unpack(">i", data[at + 4 : at + 8])[0] * 2
        body = data[at + 8 : at + 8 + length]
        parts, points = struct.unpack("<ii", body[36:44])
        starts = [*struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts :])
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
        yield [pairs[a:b] for a, b in pairwise(starts)]
        at += 8 + length


def records(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a dBase table."""
    data = path.read_bytes()
    count, header, size = struct.unpack("<IHH", data[4:12])
    fields = [
        (data[at : at + 11].split(b"\0")[0].decode(), data[at + 16])
        for at in range(32, header - 1, 32)
    ]
    for row in range(count):
        at = header + row * size + 1
        record = {}
        for name, width in fields:
            record[name] = data[at : at + width].decode("utf-8", "replace").strip(" \0")
            at += width
        yield record


def path_of(rings: list[Ring]) -> str:
    """An SVG path of rings, to a tenth of a unit."""
    drawn = []
    for ring in rings:
        points = [project(lat, lon) for lon, lat in ring]
        drawn.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return "".join(drawn)


def outline(code: str, path: str) -> str:
    """A country as an element."""
    named = f' id="{code}"' if code.isalpha() else ""
    return f'<path{named} d="{path}"/>'


def main(stem: Path) -> None:
    """Writes the file; the id of a country is its ISO code, where it has one."""
    pairs = zip(records(stem.with_suffix(".dbf")), shapes(stem.with_suffix(".shp")), strict=True)
    countries = [
        outline(record["iso_a3"], path_of(rings))
        for record, rings in pairs
        if record["name"] != "Antarctica"
    ]
    head = '<svg xmlns="http://www.w3.org/2000/svg"><g id="land">'
    OUT.write_text("\n".join((head, *countries, "</g></svg>")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
