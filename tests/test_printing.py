import pytest

from counterclaim.printing import named, not_masked, says, who


def test_who_is_meant_stands_beside_the_words() -> None:
    assert named({"written": "he", "name": "Ilka Marn"}) == "he (Ilka Marn)"
    assert named({"written": "General Ilka Marn", "name": "Ilka Marn"}) == "General Ilka Marn"
    assert named({"written": None, "name": None}) == "not named"


def test_the_outlets_own_voice_is_told_as_such() -> None:
    assert who({"chain": [{"as": "outlet", "name": "Vale News"}]}) == "Vale News itself"
    assert who({"chain": [{"as": "outlet", "name": None}]}) == "the outlet itself"


def test_what_interrupts_a_content_is_left_out() -> None:
    assert says({"text": "The port, he said, was shut", "parts": [{"text": "The port"}, {"text": "was shut"}]}) == (
        "The port … was shut"
    )
    assert says({"text": "the port was shut"}) == "the port was shut"


def test_who_is_masked_is_told_in_the_words_of_the_masked_sentence() -> None:
    sentence = {"start": 10, "end": 40, "text": "█████ ████, a miner, said he …"}
    hidden = {"written": None, "name": None, "masked": True}
    assert named(hidden | {"start": 10, "end": 29}, sentence) == "█████ ████, a miner"
    assert named(hidden | {"start": 36, "end": 38}, sentence) == "he (name masked)"
    assert named(hidden | {"start": 2, "end": 4}, sentence) == "name masked"
    assert named(hidden | {"start": None, "end": None}, sentence) == "name masked"
    assert who({"chain": [{"as": "outlet", "name": None, "masked": True}]}) == "name masked itself"


def test_where_nobody_is_masked_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    not_masked({})
    assert capsys.readouterr().err == ""
    not_masked({"pl": 1, "de": 2})
    assert "de 2, pl 1" in capsys.readouterr().err
