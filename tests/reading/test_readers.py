from counterclaim.extensions import load
from counterclaim.reading.readers import READERS, reader
from counterclaim.reading.thin import ThinReader


def test_every_reader_of_the_table_says_who_it_is() -> None:
    for language, target in READERS.items():
        assert load(target)().by.startswith("thin-")
        assert reader(language) is reader(language)


def test_english_has_the_thin_one() -> None:
    assert isinstance(reader("en"), ThinReader)


def test_other_and_unknown_languages_have_none() -> None:
    assert reader("xx") is None
    assert reader(None) is None
