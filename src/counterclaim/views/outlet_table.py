"""The figures of outlets as a page shows them: in an order, in part, and who cites whom as a picture."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from counterclaim.views.tracing import shortened

Row = Mapping[str, Any]
LARGEST = 12  # rows and columns of the picture
CELL, GUTTER, HEAD = 46, 210, 130  # units: a cell's side, room for the names of rows, of columns
NAME = 30, 20  # letters of a row's and of a column's name


def _cited(name: str) -> Callable[[Row], Any]:
    return lambda row: sum(one["count"] for one in row[name])


SORTS: dict[str, Callable[[Row], Any]] = {
    "outlet": lambda row: (row["outlet"] or "").casefold() or None,
    "party": lambda row: row["party"],
    "reports": lambda row: row["reports"],
    "tellings": lambda row: row["tellings"],
    "cites": _cited("cites"),
    "cited_by": _cited("cited_by"),
    "earliest": lambda row: row["earliest"],
    "shared": lambda row: row["shared"],
    "differs": lambda row: sum(row["differs"].values()),
    "first": lambda row: row["first"],
    "last": lambda row: row["last"],
}
"""By what the rows can be ordered, and the value that counts."""
RISING = ("outlet", "party", "first")  # what one wants to see from its beginning


def ranked(rows: Iterable[Row], by: str, *, down: bool) -> list[Row]:
    """The rows ordered by a key of SORTS; equal ones stay as they are, those without a value come last."""
    valued = [(SORTS[by](row), row) for row in rows]
    known = sorted((pair for pair in valued if pair[0] is not None), key=lambda pair: pair[0], reverse=down)
    return [row for _, row in known] + [row for value, row in valued if value is None]


def fitting(rows: Iterable[Row], named: str | None, party: str | None) -> list[Row]:
    """The rows of outlets whose name holds `named` in any case, of that party ("unknown": of none that is known)."""
    asked = (named or "").casefold()
    parties = {"unknown": None}
    return [
        row
        for row in rows
        if asked in (row["outlet"] or "").casefold() and (not party or row["party"] == parties.get(party, party))
    ]


def parties(rows: Iterable[Row]) -> list[str]:
    """The parties that outlets are known to be of."""
    return sorted({row["party"] for row in rows if row["party"]})


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the picture, `short` where it is long, and where it stands."""

    name: str
    short: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Square:
    """How many reports of `outlet` cite `whom`, as a square whose area is their number, around `x`, `y`."""

    outlet: str
    whom: str
    count: int
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Who cites whom: a row for each outlet, a column for each who is cited; `more` are those not drawn."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    squares: tuple[Square, ...]
    width: int
    height: int
    more_rows: int
    more_columns: int


def picture(rows: Sequence[Row]) -> Picture | None:
    """The outlets that cite most, and those they cite most; None where fewer than two outlets cite anybody."""
    citing = ranked((row for row in rows if row["outlet"] and row["cites"]), "cites", down=True)
    if len(citing) < 2:
        return None
    drawn = citing[:LARGEST]
    counts: Counter[str] = Counter()
    for row in drawn:
        counts.update({one["name"]: one["count"] for one in row["cites"]})
    cited = [name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    across = {name: GUTTER + (at + 0.5) * CELL for at, name in enumerate(cited[:LARGEST])}
    down = {row["outlet"]: HEAD + (at + 0.5) * CELL for at, row in enumerate(drawn)}
    found = [(row["outlet"], one) for row in drawn for one in row["cites"] if one["name"] in across]
    most = max(one["count"] for _, one in found)
    squares = (
        Square(outlet, one["name"], one["count"], across[one["name"]], down[outlet], _side(one["count"], most))
        for outlet, one in found
    )
    return Picture(
        tuple(Label(name, shortened(name, NAME[0]), GUTTER - 8, y) for name, y in down.items()),
        tuple(Label(name, shortened(name, NAME[1]), x, HEAD - 8) for name, x in across.items()),
        tuple(squares),
        GUTTER + CELL * len(across) + HEAD,
        HEAD + CELL * len(down) + 4,
        len(citing) - len(drawn),
        len(cited) - len(across),
    )


def _side(count: int, most: int) -> float:
    """A square's side: its area is to the largest one's as the counts are, but it can always be seen."""
    return round(max(6.0, (CELL - 4) * sqrt(count / most)), 1)
