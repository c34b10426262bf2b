"""CSV for spreadsheets: one telling a row, the words that an analyst sorts and filters by."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

COLUMNS = (
    "id", "report", "version", "path", "outlet", "url", "published", "language", "kind", "voice", "quote",
    "relays", "claimant", "claimant_written", "claimant_party", "cue", "content", "content_start", "content_end",
    "sentence", "polarity", "certainty", "said", "when", "place", "by", "claimant_masked",
    "count_metric", "count_who", "count_low", "count_high", "count_vague", "count_per", "count_written",
)  # fmt: skip


def lines(tellings: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A head and one row for each telling (RFC 4180, commas; a row may hold line breaks within quotes).

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead; JSON Lines keeps every
    word exactly as it stands. Of a claimant who is masked name and words are empty, and `claimant_masked` is "true".
    Several counts of a telling stand in one cell each, parted by "; ", in the same order; a vague one has no numbers.
    """
    yield _line(COLUMNS)
    for telling in tellings:
        yield _line([_safe(_cells(telling)[name]) for name in COLUMNS])


def _cells(telling: dict[str, Any]) -> dict[str, Any]:
    report, chain = telling["report"], telling["chain"]
    claimant = chain[-1] if chain[-1]["as"] == "claimant" else {}
    relays = (source.get("written") or source["name"] or "" for source in chain if source["as"] == "relay")
    return (
        {name: telling[name] for name in ("id", "kind", "voice", "quote")}
        | {name: report[name] for name in ("version", "path", "outlet", "url", "published", "language")}
        | {f"content_{end}": telling["content"][end] for end in ("start", "end")}
        | {name: (telling["stance"] or {}).get(name) for name in ("polarity", "certainty")}
        | {name: (telling[name] or {}).get("edtf") for name in ("said", "when")}
        | {name: (telling[name] or {}).get("text") for name in ("cue", "content", "sentence")}
        | {
            "report": report["id"],
            "relays": " > ".join(relays),
            "claimant": claimant.get("name"),
            "claimant_written": claimant.get("written"),
            "claimant_party": claimant.get("party"),
            "place": (telling["place"] or {}).get("name"),
            "by": " ".join(name for name in telling["by"].values() if name),
            "claimant_masked": "true" if claimant.get("masked") else None,
        }
        | _counts(telling["quantities"])
    )


def _counts(quantities: list[dict[str, Any]]) -> dict[str, str]:
    """The cells of the counts: "12; 30" with "killed; wounded". Where a count is vague its numbers are left out."""
    plain = [count | ({"low": None, "high": None} if count["vague"] else {}) for count in quantities]
    shown = [count | {"vague": str(count["vague"]).lower()} for count in plain]
    names = ("metric", "who", "low", "high", "vague", "per", "written")
    return {f"count_{name}": "; ".join(_text(count.get(name)) for count in shown) for name in names}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _safe(value: Any) -> str:
    text = _text(value)
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _line(cells: Iterable[Any]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()
