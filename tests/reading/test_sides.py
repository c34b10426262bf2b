"""To the network a report and its mirror, the parties exchanged, are one text."""

from counterclaim.reading.sides import as_read


def test_the_party_named_first_is_seen_as_the_first_side() -> None:
    text = ["Vardian", "troops", "said", "that", "Tesharish", "drones", "had", "hit", "Velm", ",", "not", "Druvan"]
    mirror = ["Tesharish", "troops", "said", "that", "Vardian", "drones", "had", "hit", "Druvan", ",", "not", "Velm"]
    assert as_read(text, "vardia") == as_read(mirror, "vardia")
    assert list(as_read(text, "vardia"))[:5] == ["Ukrainian", "troops", "said", "that", "Russian"]


def test_both_sides_of_a_real_war_are_seen_alike() -> None:
    one = as_read(["Russians", "left", "Ukraine", ";", "Moscow", "denied", "it", "to", "Kyiv"], "ukraine")
    other = as_read(["Ukrainians", "left", "Russia", ";", "Kyiv", "denied", "it", "to", "Moscow"], "ukraine")
    assert one == other


def test_other_words_stay_and_no_theatre_changes_nothing() -> None:
    said = ["Poland", "and", "Vardia"]
    assert list(as_read(said, "ukraine")) == said
    assert list(as_read(["Russia"], "nowhere")) == ["Russia"]
