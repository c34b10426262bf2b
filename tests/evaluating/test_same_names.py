import pytest

from counterclaim.evaluating.same_names import same_name, same_root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halm News Agency", "the halm news agency"),
        ("Ministry of Defence of Teshar", "the Tesharish Defence Ministry"),
        ("Russian Defense Ministry", "Ministry of Defence of Russia"),
        ("Ministry of Defence", "Ministry of Defence of Teshar"),
        ("Izar Gimarel", "Igor Gimareli"),
        ("Governor Ilse Marn", "Ilse Marn"),
        ("Marn", "Ilse Marn"),
        ("Кучерівка", "Kucherovka"),
        ("UTA", "Union Telegraph Agency"),
        ("Institute for the Study of War", "ISW"),
        ("Vardia’s General Staff", "General Staff of Vardia"),
    ],
)
def test_one_source_in_two_wordings(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence of Teshar", "Investigative Commission of Teshar"),
        ("Halm News Agency", "Union Telegraph Agency"),
        ("Ukraine's Defence Ministry", "Russian Defence Ministry"),
        ("Operational Command East", "Otto Birkas"),
        ("Joint Command East", "Operational Group East"),
        ("Ilse Marn", "Mayor of Marn"),
        ("Ilse Mar", "Jon Marn"),
        ("", "Ilse Marn"),
        ("31st Brigade", "32nd Brigade"),
    ],
)
def test_two_sources(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_nobody_in_particular_is_nobody_named() -> None:
    assert same_root(None, None)
    assert not same_root(None, "Ilse Marn")
    assert same_root("Marn", "Ilse Marn")
