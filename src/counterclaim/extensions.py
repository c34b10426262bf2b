"""Loads what tables name as `package.module:name`: the one place that imports late.

A format, language, reader or export is one line in its table; others add theirs by entry points.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any


def load(target: str) -> Any:
    """The object that `package.module:name` names. Raises ImportError or AttributeError where there is none."""
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


def table(builtin: Mapping[str, str], group: str) -> dict[str, str]:
    """`builtin` and what installed packages add under the entry-point `group`; ours win a clash of names."""
    added = {point.name: point.value for point in entry_points(group=group)}
    return {**added, **builtin}
