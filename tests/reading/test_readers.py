from pathlib import Path

import pytest

from counterclaim.errors import ModelError
from counterclaim.reading.readers import READERS, reader
from counterclaim.reading.trained import TrainedReader


def test_every_reader_of_the_table_says_who_it_is() -> None:
    for language in READERS:
        made = reader(language)
        assert made is not None
        assert made.by.endswith("/5")
        assert reader(language) is made


def test_english_has_the_trained_one() -> None:
    assert isinstance(reader("en"), TrainedReader)


def test_other_and_unknown_languages_have_none() -> None:
    assert reader("xx") is None
    assert reader(None) is None


def test_another_model_is_taken_from_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        reader("en", tmp_path)
