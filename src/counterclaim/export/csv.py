"""CSV for spreadsheets: one telling a row, the words that an analyst sorts and filters by."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

COLUMNS = (
    "id", "report", "version", "path", "outlet", "url", "published", "language", "kind", "voice", "quote",
    "relays", "claimant", "claimant_written", "claimant_party", "cue", "content", "content_start", "content_end",
    "sentence", "polarity", "certainty", "said", "when", "place", "by",
)  # fmt: skip


def lines(tellings: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A head and one row for each telling (RFC 4180, commas; a row may hold line breaks within quotes).

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead; JSON Lines keeps every
    word exactly as it stands.
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
        }
    )


def _safe(value: Any) -> str:
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _line(cells: Iterable[Any]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(cells)
    return row.getvalue()
