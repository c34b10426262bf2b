from counterclaim.masking.finding import holds


def test_words_phrases_and_beginnings_are_found_as_a_search_finds_them() -> None:
    fields = ("The miner █████ ████ left", "the bridge at Dorn", None)
    for asked in ("miner bridge", "MINER", '"miner"', '"bridge at dorn"', "brid*", '"bridge at do*"', ""):
        assert holds(asked, fields), asked
    for asked in ("venn", "oskar miner", '"miner left"', "brid", '"dorn bridge"', "venn*"):
        assert not holds(asked, fields), asked
