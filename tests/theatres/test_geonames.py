"""A gazetteer made from a GeoNames extract: lines of the tests' own in its format."""

from pathlib import Path

import pytest

from counterclaim.errors import TheatreError
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.theatres.geonames import imported

THEATRE = """name: {name}
title: A theatre of the tests
made_up: false
parties: [{{id: one, name: One}}, {{id: two, name: Two}}]
languages: [{{code: ru, name: Russian, script: Cyrillic}}]
"""


def line(id_: int, names: str, feature: str, codes: tuple[str, str], people: int = 0) -> str:
    name, _, others = names.partition(",")
    kind, code = feature.split(".")
    place = [str(id_), name, name, others, "48.5", "37.5", kind, code, "UA", ""]
    return "\t".join([*place, *codes, "", "", str(people), "", "", "", ""])


@pytest.fixture
def theatre(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "theatre.yml").write_text(THEATRE.format(name="ours"))
    (folder / "aliases.tsv").write_text("spelling\tlang\tid\tnote\n")
    return folder


def test_settlements_and_their_areas_are_kept(theatre: Path, tmp_path: Path) -> None:
    extract = tmp_path / "UA.txt"
    lines = [
        line(1, "Alpha Oblast", "A.ADM1", ("01", "")),
        line(2, "Alpha Raion", "A.ADM2", ("01", "07")),
        line(3, "Kucherivka,Kucherovka,Кучеровка,コ", "P.PPL", ("01", "07"), 300),
        line(4, "Old Mill", "P.PPLH", ("01", "07")),
        line(5, "Mill Creek", "H.STM", ("01", "07")),
    ]
    extract.write_text("\n".join(lines) + "\n")
    assert imported(extract, theatre) == 3
    places = gazetteer(theatre)
    (one,) = places.named("Кучеровке")
    assert (one.place.id, one.place.category, one.place.population, one.place.lat) == ("gn3", "village", 300, 48.5)
    assert [area.name for area in places.above(one.place)] == ["Alpha Raion", "Alpha Oblast"]
    assert places.named("Old Mill") == []


def test_another_file_is_refused(theatre: Path, tmp_path: Path) -> None:
    extract = tmp_path / "cities.csv"
    extract.write_text("id,name\n1,Alpha\n")
    with pytest.raises(TheatreError, match="no GeoNames extract"):
        imported(extract, theatre)
