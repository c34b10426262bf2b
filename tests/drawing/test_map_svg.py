"""The map as a picture: discs, names that lie over nothing, words that are harmless."""

import itertools
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from counterclaim.drawing.map_svg import SEEN, SHADES, base_svg, map_svg, shade
from counterclaim.drawing.mercator import view
from counterclaim.drawing.words import width
from counterclaim.theatres.rows import PlaceRow
from counterclaim.views.atlas import Spot

SVG = "{http://www.w3.org/2000/svg}"
BASE = Path(__file__).parents[2] / "src/counterclaim/web/static/vendor/base.json"
HOSTILE = '"><script>alert(1)</script>'


def spot(name: str, lat: float, lon: float, *, tellings: int = 5, parties: str = "ab", radius: int = 4000) -> Spot:
    shares: dict[str | None, int] = dict.fromkeys(parties, tellings)
    return Spot(f"p_{name}", name, (), tellings, shares, {}, point=(lat, lon), radius=radius)


def drawn(
    *spots: Spot, towns: tuple[PlaceRow, ...] = (), base: tuple[str, list[float]] | None = None
) -> ElementTree.Element:
    points = [one.point for one in spots if one.point]
    picture = map_svg(
        spots, view(points, 960), label=HOSTILE, titled=lambda one: f"{one.name} {HOSTILE}",
        address=lambda one: f"/places/{one.id}", base=base, towns=towns,
    )  # fmt: skip
    return ElementTree.fromstring(picture)  # noqa: S314 our own picture


def discs(picture: ElementTree.Element) -> list[ElementTree.Element]:
    return picture.findall(f"{SVG}a/{SVG}circle")


def test_each_place_is_a_disc_and_a_link_the_most_told_on_top() -> None:
    picture = drawn(spot("Rellin", -40, 97, tellings=9), spot("Dorn", -41, 98, tellings=2))
    assert [link.get("href") for link in picture.findall(f"{SVG}a")] == ["/places/p_Dorn", "/places/p_Rellin"]
    assert [one.get("fill") for one in discs(picture)] == [shade(2), shade(9)]


def test_words_are_words() -> None:
    picture = drawn(spot(HOSTILE, -40, 97))
    assert not picture.findall(f".//{SVG}script")
    assert picture.find(f"{SVG}a/{SVG}title").text == f"{HOSTILE} {HOSTILE}"  # type: ignore[union-attr]
    assert not [one for one in picture.iter() if one.get("style") or any(key.startswith("on") for key in one.attrib)]


def test_a_disc_is_never_smaller_than_can_be_seen_and_grows_with_its_place() -> None:
    small, large = (float(one.get("r", "")) for one in discs(drawn(
        spot("Large", -41, 98, radius=60_000), spot("Small", -40, 90, radius=2000))))  # fmt: skip
    assert small == SEEN
    assert large > 20


@pytest.mark.parametrize(("parties", "dashed"), [("a", True), ("ab", False)])
def test_one_party_alone_has_a_dashed_edge(parties: str, dashed: bool) -> None:
    (disc,) = discs(drawn(spot("Rellin", -40, 97, parties=parties)))
    assert (disc.get("stroke-dasharray") is not None) == dashed


def test_a_party_that_is_not_known_is_no_side() -> None:
    shares: dict[str | None, int] = {None: 3}
    one = Spot("p_x", "Rellin", (), 3, shares, {}, point=(-40.0, 97.0), radius=4000)
    assert discs(drawn(one))[0].get("stroke-dasharray") is None


def test_darker_is_more_and_told_apart_in_grey() -> None:
    def grey(fill: str) -> float:
        red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    shades = [grey(fill) for _, fill in SHADES]
    assert all(other - one >= 40 for one, other in itertools.pairwise(shades))


def test_no_name_lies_over_another() -> None:
    crowd = [spot(f"Belmar {at}", -40 - at % 5 / 20, 97 + at // 5 / 20, tellings=40 - at) for at in range(30)]
    towns = tuple(
        PlaceRow(f"p_t{at}", "settlement", "city", "Aumar", lat=-40.1, lon=97.05 + at / 40) for at in range(9)
    )
    picture = drawn(*crowd, towns=towns)
    boxes = []
    for text in picture.findall(f"{SVG}text"):
        long, x, y = width(text.text or "", 13), float(text.get("x", "")), float(text.get("y", ""))
        left = {"start": x, "end": x - long, "middle": x - long / 2}[text.get("text-anchor", "start")]
        boxes.append((left, y - 9, left + long, y + 3))
    assert len(boxes) > 3
    assert not [
        (one, other) for at, one in enumerate(boxes) for other in boxes[:at]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]  # fmt: skip


def test_the_water_is_left_out_where_none_is_near() -> None:
    bounds = [18.0, 40.0, 48.0, 60.0]
    assert drawn(spot("Rellin", -40, 97), base=("/map/water.svg", bounds)).find(f"{SVG}image") is None
    image = drawn(spot("Pokrovsk", 48.28, 37.18), base=("/map/water.svg", bounds)).find(f"{SVG}image")
    assert image is not None
    assert image.get("href") == "/map/water.svg"


@pytest.mark.skipif(not BASE.exists(), reason="the base map is missing: make assets")
def test_the_water_is_a_picture_of_its_own() -> None:
    picture = ElementTree.fromstring(base_svg(json.loads(BASE.read_text())))  # noqa: S314 our own picture
    assert len(picture.findall(f"{SVG}path")) == 4
    assert {one.tag for one in picture.iter()} == {f"{SVG}svg", f"{SVG}path"}
