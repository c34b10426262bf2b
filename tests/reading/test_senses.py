"""Words whose sense flips what a report says."""

from counterclaim.reading.senses import dead_rows, homographs, senses


def found(text: str) -> list[str]:
    return [remark.value for remark in senses(text)]


def test_every_sense_fires_on_its_own_example() -> None:
    assert list(dead_rows()) == []
    assert len(homographs()) == 10


def test_the_words_around_decide() -> None:
    assert found("A fire in the coal mine killed two; sappers found a mine planted on the road.") == [
        "fire/blaze", "mine/pit", "mine/weapon", "plant/laid",
    ]  # fmt: skip


def test_where_nothing_decides_it_is_ambiguous() -> None:
    assert found("They spoke of the battery.") == ["battery/ambiguous"]
