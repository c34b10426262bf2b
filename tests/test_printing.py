from counterclaim.printing import named, says, who


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
