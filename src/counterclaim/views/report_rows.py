"""Reports as rows of a listing, the newest to come first."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from counterclaim.ledger.heard import Came, Wanted
from counterclaim.masking.finding import PIECE, holds
from counterclaim.masking.shown import Shown
from counterclaim.model.report import Report

AROUND = 90  # code points shown before and behind a word that was asked for


def reports(shown: Shown, wanted: Wanted, *, limit: int, offset: int = 0) -> Iterator[dict[str, Any]]:
    """The reports wanted, as they may be shown, from the `offset`th on, at most `limit`.

    Each is what `reports --json` prints, with `entry` and `at` (ISO 8601, UTC) by which it came, `read`, how many
    `tellings`, and `around`, the first words asked for in three parts: before, they themselves, behind; None without
    them. Whoever is masked is not found by name.
    """
    found: Iterable[tuple[Came, Report]]
    if shown.names or wanted.text is wanted.outlet is None:
        found = ((one, shown.report(one.report)) for one in shown.store.came(wanted, limit=limit, offset=offset))
    else:
        found = islice(_holding(shown, wanted), offset, offset + limit)
    return (_row(one, report, wanted.text) for one, report in found)


def _holding(shown: Shown, wanted: Wanted) -> Iterator[tuple[Came, Report]]:
    """The reports whose words and outlet are, as shown, what is asked for."""
    for one in shown.store.came(wanted):
        report = shown.report(one.report)
        held = wanted.text is None or holds(wanted.text, (report.title, report.text))
        if held and wanted.outlet in (None, report.outlet):
            yield one, report


def _row(one: Came, report: Report, text: str | None) -> dict[str, Any]:
    return report.as_public_json() | {
        "title": report.title,
        "entry": one.entry,
        "at": one.at,
        "read": one.is_read,
        "tellings": one.tellings,
        "around": around(report.text, _words(text)) if text else None,
    }


def _words(text: str) -> list[str]:
    """The words and phrases that a person typed."""
    return [phrase or word for phrase, word in PIECE.findall(text)]


def around(text: str, words: Iterable[str]) -> tuple[str, str, str] | None:
    """The first place in `text` where one of `words` stands: before, the word, behind; None where none does."""
    found = [match for match in (_first(text, word) for word in words) if match]
    if not found:
        return None
    start, end = min(match.span() for match in found)
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text):
        behind = behind.rpartition(" ")[0] + "…"
    return before, text[start:end], behind


def _first(text: str, asked: str) -> re.Match[str] | None:
    """The first place of a word, a phrase or a begin* as a search of words finds it."""
    pieces = re.findall(r"[^\W_]+", asked)
    end = "" if asked.endswith("*") else r"(?![^\W_])"
    wanted = r"[\W_]+".join(map(re.escape, pieces))
    return re.search(rf"(?<![^\W_]){wanted}{end}", text, re.IGNORECASE) if pieces else None
