"""A claim with what stands around it: its tellings, what reports say against it, the claims that agree with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from counterclaim.errors import NotFoundError
from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.views.tracing import Trace

Json = Mapping[str, Any]
AGREEING = 25  # claims that agree and are told of, not only counted


@dataclass(frozen=True, slots=True)
class Answer:
    """A telling that denies or doubts the telling `to` of the same report."""

    line: Json
    to: Json


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page of a claim tells.

    `answered` are the denials and doubts of the claim's own tellings, `answers` what these deny or doubt. `agreeing`
    are claims in outline; `more_agreeing` those that are counted only.
    """

    trace: Trace
    answered: tuple[Answer, ...]
    answers: tuple[Answer, ...]
    agreeing: tuple[Json, ...]
    more_agreeing: int


def sheet(shown: Shown, name: str) -> Sheet:
    """The sheet of the claim of that id. Raises NotFoundError, or RedactedError."""
    claim = shown.claim(name)
    pairs = list(_answering(shown, claim))
    ids = (*claim["tellings"], *(end for pair in pairs for end in pair))
    lines = shown.told({"tellings": list(dict.fromkeys(ids))})  # all are of the claim's reports: masked by these
    own = {telling: lines[telling] for telling in claim["tellings"]}
    answers = [Answer(lines[one], lines[to]) for one, to in pairs]
    return Sheet(
        Trace(claim, own, shown.beside(claim)),
        tuple(one for one in answers if one.to["id"] in own),
        tuple(one for one in answers if one.line["id"] in own),
        tuple(_outlined(shown, claim["agrees"])),
        max(0, len(claim["agrees"]) - AGREEING),
    )


def _answering(shown: Shown, claim: Json) -> Iterator[tuple[str, str]]:
    """The tellings of the claim's reports that answer one of the claim's, or are answered by one: (which, whom)."""
    own = frozenset(claim["tellings"])
    for report in dict.fromkeys(shown.store.reports_of(claim["tellings"])):
        whom = {line["id"]: line["answers"] for line in shown.store.lines(Filters(report=report))}
        for name, answered in whom.items():
            if answered in whom and not own.isdisjoint((name, answered)):  # what is redacted is answered no more
                yield name, answered


def _outlined(shown: Shown, names: list[str]) -> Iterator[Json]:
    """Claims in outline, as many as are told of."""
    yield from shown.outlined(shown.store.claim(name) for name in islice(names, AGREEING))


@dataclass(frozen=True, slots=True)
class Side:
    """One of two tellings that are held against each other.

    `claim` is its claim in outline, None where it awaits linking; `title` is its report's.
    """

    line: Json
    claim: Json | None
    title: str | None


def sides(shown: Shown, names: Sequence[str]) -> list[Side]:
    """These tellings, each masked by all reports that tell the claim of one of them: who is masked in one is in all.

    Raises NotFoundError, or RedactedError.
    """
    claims = [_claim_of(shown, name) for name in names]
    all_ = [*names, *(telling for claim in claims if claim for telling in claim["tellings"])]
    lines = shown.told({"tellings": all_}, only=names)
    titles = [shown.report(lines[name]["report"]["id"]).title for name in names]
    made = shown.outlined(
        {**(claim or {}), "tellings": all_, "title": title} for claim, title in zip(claims, titles, strict=True)
    )
    return [
        Side(lines[name], outline if claim else None, outline["title"])
        for name, claim, outline in zip(names, claims, made, strict=True)
    ]


def _claim_of(shown: Shown, telling: str) -> Json | None:
    shown.telling(telling)  # that it is held
    try:
        return shown.store.claim(telling)
    except NotFoundError:
        return None
