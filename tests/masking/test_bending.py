import pytest

from counterclaim.masking.bending import ADJECTIVE, forms


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("губернатор", {"губернатор", "губернатора", "губернатору", "губернатором", "губернаторе"}),
        ("боец/бойц", {"боец", "бойца", "бойцу", "бойцом"}),
        ("глава", {"глава", "главы", "главе", "главу", "главой"}),
        ("голова", {"голова", "голови", "голові", "голову", "головою"}),
        ("командующий", {"командующий", "командующего", "командующему", "командующим"}),
        ("поранений", {"поранений", "пораненого", "пораненому", "пораненим"}),
        ("Сергей", {"сергей", "сергея", "сергею", "сергеем"}),
        ("Сергій", {"сергій", "сергія", "сергію", "сергієм", "сергієві"}),
        ("Марія", {"марія", "марії", "марію", "марією"}),
        ("житель", {"житель", "жителя", "жителю", "жителем"}),
        ("Михайло", {"михайло", "михайла", "михайлу", "михайлом"}),
    ],
)
def test_a_noun_bends(row: str, wanted: set[str]) -> None:
    assert wanted <= forms(row)


def test_a_surname_made_of_a_rank_is_no_form_of_it() -> None:
    assert "майоров" not in forms("майор")
    assert "бойцов" not in forms("боец/бойц")


@pytest.mark.parametrize("word", ["карской", "обласної", "штурмового", "російська", "государственный"])
def test_adjectives_are_known(word: str) -> None:
    assert ADJECTIVE.search(word)


@pytest.mark.parametrize("word", ["командир", "штаба", "губернатора", "речник"])
def test_nouns_are_no_adjectives(word: str) -> None:
    assert not ADJECTIVE.search(word)
