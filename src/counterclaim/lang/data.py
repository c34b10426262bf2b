"""Data of a language: the YAML files in its folder."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def rows(language: str, name: str) -> Any:
    """What `NAME.yml` of a language holds. Raises FileNotFoundError where it has no such file."""
    return yaml.safe_load(files("counterclaim.lang").joinpath(language, f"{name}.yml").read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, in which `*` stands for any ending."""
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
