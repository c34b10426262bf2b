from counterclaim.masking.laid import Laid


def words(laid: Laid, places: frozenset[int]) -> list[str]:
    return [laid.tokens[at].text for at in sorted(places)]


def test_what_opens_a_sentence() -> None:
    laid = Laid.of("Gen. Marn wept. “Dorn fell,” he said: it fell.\nA. Venn left")
    assert words(laid, laid.opening) == ["Gen", "Dorn", "it", "A"]


def test_a_headline_is_in_title_case() -> None:
    laid = Laid.of(
        "Residents of Dorn Flee as Shells Fall\nOskar Venn met Tova Reed in Dorn\nOskar Venn, Tova Reed, Lea Sund"
    )
    assert words(laid, laid.headline) == ["Residents", "of", "Dorn", "Flee", "as", "Shells", "Fall"]


def test_a_possessor_is_its_owner() -> None:
    laid = Laid.of("Venn’s and Ross' and Куп’янськ")
    assert [laid.bare(at) for at in range(5)] == ["Venn", "and", "Ross", "and", "Куп’янськ"]
    assert [laid.owns(at) for at in range(3)] == [True, False, True]


def test_there_is_nothing_around_a_text() -> None:
    laid = Laid.of("Venn")
    assert (laid.lower(-1), laid.lower(1), laid.word(1), laid.is_capital(1)) == ("", "", "", False)
