"""What an address asks for: filters, days, and which part of a listing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from counterclaim.errors import BadValueError
from counterclaim.ledger.search import Filters
from counterclaim.views.news import LONGEST
from counterclaim.web.endpoints import query

FILTERS = ("kind", "claimant", "party", "since", "until", "text", "outlet", "place")
DAYS = ("since", "until")
T = TypeVar("T")


def filters(request: Request) -> Filters:
    """The filters in the address, as the command line has them. Raises BadValueError for what is no day."""
    return Filters(**{name: value for name, value in dated(request).items() if name in FILTERS})


def dated(request: Request) -> dict[str, Any]:
    """All that is asked for, its days as ISO 8601 has them. Raises BadValueError for what is no day."""
    return {name: _day(value) if name in DAYS else value for name, value in query(request).items()}


def entry(value: str | None) -> int | None:
    """The number of an entry of the log, None where none is given. Raises BadValueError."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= LONGEST):
        raise BadValueError(f"“{value}” is no entry of the log.", "Write its number.")
    return int(value)


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadValueError(f"“{value}” is not a day.", "Write it as 2025-12-07.") from None


@dataclass(frozen=True, slots=True)
class Part:
    """So many rows of a listing, from `offset` on."""

    limit: int
    offset: int

    @classmethod
    def of(cls, request: Request, *, limit: int, most: int = 1000) -> "Part":
        """What the address asks for by `limit` and `offset`. Raises BadValueError."""
        values = query(request)
        asked = [_number(values.get(name), default, name) for name, default in (("limit", limit), ("offset", 0))]
        return cls(max(1, min(asked[0], most)), asked[1])

    def cut(self, rows: Iterable[T]) -> tuple[list[T], bool]:
        """The rows of this part, of rows that begin with it, and whether more follow: ask for one more than `limit`."""
        found = list(islice(rows, self.limit + 1))
        return found[: self.limit], len(found) > self.limit

    def address(self, request: Request, offset: int) -> str:
        """The same listing from another row on."""
        kept: dict[str, Any] = {name: value for name, value in query(request).items() if name != "offset"}
        more = {"offset": offset} if offset else {}
        asked = urlencode(kept | more)
        return f"{request.url.path}?{asked}" if asked else request.url.path

    def links(self, request: Request, *, more: bool) -> dict[str, str]:
        """Addresses of the parts before and after, where there are such."""
        return self.linked(partial(self.address, request), more=more)

    def linked(self, address: Callable[[int], str], *, more: bool) -> dict[str, str]:
        """The same, by whatever address leads to the part from a row on."""
        before = {"previous": address(max(0, self.offset - self.limit))} if self.offset else {}
        return before | ({"next": address(self.offset + self.limit)} if more else {})


def _number(value: str | None, default: int, name: str) -> int:
    if value is None:
        return default
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise BadValueError(f"{name} “{value}” is not a number.", "Write a whole number, 0 or more.")
    return int(value)
