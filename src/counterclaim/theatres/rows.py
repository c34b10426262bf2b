"""What the files of a theatre hold, row by row. Nothing is checked here: `theatre.load` gives only what is sound."""

from dataclasses import dataclass
from datetime import date

from counterclaim.model.when import When


@dataclass(frozen=True, slots=True)
class Ending:
    """How names bend: one that ends in `ending` drops it and takes `form`; the longest that fits counts.

    `ending` "" fits every name; `example` is a name and what it becomes. Of several words only the last one bends.
    """

    case: str
    ending: str
    form: str
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the theatre, its script as Unicode calls it (`Latin`, `Cyrillic`), and how its names bend."""

    code: str
    name: str
    script: str
    endings: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A belligerent or camp; `opposes` the ids of others, `short` what stands for it (a capital), `demonym` its people.

    `country` is the id of its country in the gazetteer, `proxies` are words for who acts on its behalf. Third parties
    are `none` in every theatre and have no row.
    """

    id: str
    name: str
    opposes: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    demonym: tuple[str, ...] = ()
    country: str | None = None
    proxies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as `language` (a code) writes it."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A spelling in use until the first day of `until`, that day excluded; None where nobody looked it up."""

    language: str
    text: str
    until: When | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A settlement or an area; an area is never a point.

    `within` is the id of the next larger area; `lat`, `lon` are WGS 84 degrees, or None where no point may be
    shipped; `source` and `licence` are the point's.
    """

    id: str
    type: str
    category: str
    name: str
    names: tuple[Spelling, ...] = ()
    former: tuple[FormerName, ...] = ()
    within: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    source: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """One more spelling of the place `id`, curated; `note` says who writes it so."""

    spelling: str
    language: str
    id: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """From the first day of `since`, included, to the first day of `until`, excluded; None is open."""

    since: When | None = None
    until: When | None = None

    def covers(self, day: date) -> bool:
        """Whether it was on at `day`."""
        first, end = _first_day(self.since), _first_day(self.until)
        return (first is None or first <= day) and (end is None or day < end)


@dataclass(frozen=True, slots=True)
class Office:
    """A role in the body of that actor id, None for a role in no body, for a term."""

    role: str
    body: str | None
    term: Term


@dataclass(frozen=True, slots=True)
class Command:
    """Being under the actor `actor`, its commander or owner, for a term."""

    actor: str
    term: Term


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, unit or agency.

    `party` is a party's id, `none` for third parties, None for unknown; `relay` says that it passes on what others
    say; `checked` that somebody opened `source` and found the row there.
    """

    id: str
    name: str
    type: str
    party: str | None
    spellings: tuple[Spelling, ...] = ()
    offices: tuple[Office, ...] = ()
    under: tuple[Command, ...] = ()
    relay: bool = False
    source: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes under `domains`; `owner` is an actor's id, `language` the code it mostly writes in."""

    name: str
    domains: tuple[str, ...]
    party: str | None
    owner: str | None = None
    language: str | None = None
    relay: bool = False
    source: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word that takes a side, its other `forms`, its `neutral` counterpart, and the id of the party that uses it."""

    word: str
    forms: tuple[str, ...]
    neutral: str
    used_by: str
    example: str


def _first_day(when: When | None) -> date | None:
    return when.bounds()[0] if when else None
