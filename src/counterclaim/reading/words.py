"""Classes of words, as data of the language's folder."""

from functools import cache

from counterclaim.lang.data import rows


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in rows(language, "words").items()}


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The words of the class `name`, lower case. Raises KeyError where the language has no such class."""
    return _classes(language)[name]
