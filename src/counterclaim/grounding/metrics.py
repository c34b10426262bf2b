"""What is counted where no verb says it: by the noun, else by the kind of the proposition and the class of the noun."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.lang.data import rows

OTHER, BARE, UNKNOWN = "other", "bare", "unknown"
SOLDIER, TROOPS = "soldier", "troops"


@dataclass(frozen=True, slots=True)
class _Metrics:
    always: Mapping[str, str]
    otherwise: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]]


@cache
def _metrics(language: str) -> _Metrics:
    held = rows(language, "counts")
    return _Metrics(held["always"], held["else"], held["kinds"])


def by_noun(noun: str, language: str = "en", *, always: bool) -> str | None:
    """What a noun, small letters, says is counted: `always`, whatever is done to it, or where nothing else says it."""
    metrics = _metrics(language)
    held = metrics.always if always else metrics.otherwise
    return held.get(noun) or held.get(noun.rpartition(" ")[2])


def by_kind(kind: str | None, classes: frozenset[str] | None, language: str = "en") -> str:
    """What is counted in a proposition of `kind`; `classes` are those of the noun, None where none is said."""
    held = _metrics(language).kinds.get(kind or "", {})
    if classes is None:
        return held.get(BARE, OTHER)
    if not classes:
        return held.get(UNKNOWN, OTHER)
    return next((metric for name, metric in held.items() if name in classes), TROOPS if SOLDIER in classes else OTHER)
