from counterclaim.reading.citations import according, noun, passive, relay
from counterclaim.reading.cues import sightings
from counterclaim.reading.tokens import Token, tokens


def read(text: str) -> list[Token]:
    return tokens(text, 0, len(text), [])


def test_each_pattern_says_no_where_it_does_not_fit() -> None:
    made = read("It went according to plan.")
    assert according(made, sightings(made)[0]) is None
    made = read("The fall was reported on Friday.")
    assert passive(made, sightings(made)[0]) is None
    made = read("The announcement that it fell came late.")
    assert noun(made, sightings(made)[0]) is None


def test_a_relay_is_cited_as_the_source() -> None:
    assert relay(read("Citing Vale News as its source, Marn left.")) == (1, 3)
    assert relay(read("Citing the heat, Marn left the port.")) is None
