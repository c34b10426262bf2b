"""Classes of words, as data of the language's folder."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    rows = yaml.safe_load(files("counterclaim.lang").joinpath(language, "words.yml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in rows.items()}


def words(name: str, language: str = "en") -> frozenset[str]:
    """The words of the class `name`, lower case. Raises KeyError where the language has no such class."""
    return _classes(language)[name]
