from counterclaim.reading.cues import participles, sightings, verbs
from counterclaim.reading.tokens import tokens


def seen(text: str) -> list[tuple[str, bool, bool]]:
    return [(one.cue.name, one.participle, one.plural) for one in sightings(tokens(text, 0, len(text), []))]


def test_forms_are_seen_with_what_they_are() -> None:
    assert seen("He said it, adding more; they claim it.") == [
        ("say", False, False),
        ("add", True, False),
        ("claim", False, True),
        ("announcement", False, True),
    ]


def test_a_form_may_have_several_words() -> None:
    assert seen("according to him") == [("according to", False, False)]
    assert seen("he pointed out a bird") == [("point out", False, False)]


def test_a_capital_within_a_sentence_is_part_of_a_name() -> None:
    assert seen("the United States and the Vale Report") == []
    assert seen("Said the mayor") == [("say", False, False)]


def test_the_classes_that_end_a_content() -> None:
    assert {"saying", "calling"} <= participles()
    assert {"said", "pointed"} <= verbs()
    assert "announcement" not in verbs()
