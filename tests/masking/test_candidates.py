import pytest

from counterclaim.masking.candidates import candidates
from counterclaim.masking.laid import Laid
from counterclaim.masking.lexicon import lexicon
from counterclaim.masking.world import world


def names(text: str, language: str = "en") -> list[str]:
    found = candidates(Laid.of(text), lexicon(language), world("vardia"))
    return [("?" if one.thing else "") + one.name for one in found if not one.word]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday Governor Ilse Marn met UTA.", ["Ilse Marn"]),
        ("They met the miller Oskar Baker and Miller.", ["Oskar Baker", "Miller"]),
        ("They met Ilse Marn’s Oskar van der Berg.", ["Ilse Marn", "Oskar Berg"]),
        ("They saw the Sarn Water Works and Old Dorn.", ["?Sarn Water Works", "?Old Dorn"]),
        ("They met O. Tamm and Gen. Jan P. Reck.", ["O Tamm", "Jan P Reck"]),
        ("Photographs Oskar Venn took were sold.", ["Oskar Venn"]),
        ("The mayor of Dorn Ilse Marn wept.", ["Ilse Marn"]),
        ("They met Oskar Venn Tarn Dell Hask Moll.", []),
    ],
)
def test_what_may_be_a_name(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_names_in_cyrillic() -> None:
    assert names("Об этом сказал житель Дорна Оскар Венн.", "ru") == ["Оскар Венн"]
    assert names("Они читают Special Kherson и видят Верховную Раду.", "ru") == ["?Special Kherson", "?Верховную Раду"]
