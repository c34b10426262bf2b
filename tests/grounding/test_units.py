"""What a number is counted in."""

from fractions import Fraction

import pytest

from counterclaim.grounding.units import Unit, unit
from counterclaim.lang.data import rows


def of(text: str, number: str, language: str = "en") -> Unit | None:
    first = text.index(number)
    return unit(text, first, first + len(number), language)


def test_a_unit_stands_behind_its_number_and_the_sign_of_a_currency_before_it() -> None:
    assert of("20 square miles of it", "20") == Unit("area_km2", Fraction("2.589988"), "square miles", 15, rounded=True)
    assert of("20-km road", "20") == Unit("distance_km", Fraction(1), "km", 5)
    assert of("40 per cent", "40") == Unit("percent", Fraction(1), "per cent", 11)
    assert of("a $5bn plan", "$5") == Unit("money", Fraction(1), "dollars", 4)
    assert of("US$5 million", "US$5 million") == Unit("money", Fraction(1), "dollars", 12)
    assert of("5 million crowns", "5 million") == Unit("money", Fraction(1), "crowns", 16)
    assert of("20 kmart shops", "20") is None
    assert of("20 men", "20") is None


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_unit_is_read(language: str) -> None:
    held = rows(language, "counts")
    units = held["units"]
    for metric in ("distance_km", "area_km2"):
        for said, factor in units[metric].items():
            found = of(f"20 {said.replace('*', '')} x", "20", language)
            assert found is not None, said
            assert (found.metric, found.factor) == (metric, Fraction(str(factor))), said
            assert found.rounded == (said in units["rounded"]), said
    for said in (*units["percent"], *held["nouns"]["sum"]):
        found = of(f"20 {said.replace('*', '')} x", "20", language)
        assert found is not None, said
        assert found.metric == ("percent" if said in units["percent"] else "money"), said
    for sign, name in units["currencies"].items():
        found = of(f"{sign}20 x", f"{sign}20", language)
        assert found is not None, sign
        assert (found.metric, found.written) == ("money", name), sign
