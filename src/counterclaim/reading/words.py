"""Classes of words, as data of the language's folder."""

from functools import cache

from counterclaim.lang.data import rows


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in rows(language, "words").items()}


@cache
def words(*names: str, language: str = "en") -> frozenset[str]:
    """The words of the classes `names`, lower case. Raises KeyError where the language has no such class."""
    return frozenset[str]().union(*(_classes(language)[name] for name in names))
