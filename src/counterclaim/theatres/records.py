"""Rows of a theatre's files read as what they stand for; faults go to the row's list and reading goes on."""

from zoneinfo import available_timezones

from counterclaim.model.when import When
from counterclaim.theatres.fields import CODE, Row
from counterclaim.theatres.rows import (
    Actor,
    Alias,
    Command,
    Ending,
    Language,
    LoadedWord,
    Office,
    Outlet,
    Party,
    PlaceRow,
    Spelling,
)

THEATRE = (
    "name",
    "title",
    "made_up",
    "notice",
    "period",
    "parties",
    "languages",
    "fought_over",
    "regions",
    "held",
    "third",
    "given",
    "families",
    "time_zone",
)
_POINT = ("lat", "lon", "population", "source", "licence")
PLACE = ("id", "type", "category", "name", "names", "former", "within", *_POINT)
ALIAS = ("spelling", "lang", "id", "note")
ACTOR = ("id", "name", "type", "party", "spellings", "offices", "under", "relay", "source", "checked")
OUTLET = ("name", "domains", "party", "owner", "language", "relay", "source", "checked")
LOADED = ("word", "forms", "neutral", "used_by", "example")
PARTY = ("id", "name", "opposes", "short", "demonym", "country", "proxies")
REGION = ("id", "of")
LANGUAGE = ("code", "name", "script", "endings")
ENDING = ("case", "ending", "form", "example")

CATEGORIES = {
    "settlement": ("city", "town", "village", "settlement"),
    "area": ("country", "oblast", "raion", "hromada", "region", "republic", "direction"),
}
ACTOR_TYPES = ("person", "body", "unit", "agency")
SCRIPTS = ("Latin", "Cyrillic")


def parties(row: Row) -> tuple[Party, ...]:
    """The parties of `theatre.yml`."""
    return tuple(
        Party(
            part.id("id"),
            part.text("name"),
            part.texts("opposes"),
            part.texts("short"),
            part.texts("demonym"),
            part.optional("country"),
            part.texts("proxies"),
        )
        for part in row.rows("parties", PARTY)
    )


def regions(row: Row) -> dict[str, tuple[str, ...]]:
    """The regions of `theatre.yml` that consist of other areas: of each the ids of these."""
    return {part.id("id"): part.texts("of") for part in row.rows("regions", REGION)}


def languages(row: Row) -> tuple[Language, ...]:
    """The languages of `theatre.yml`."""
    return tuple(
        Language(code(part, "code"), part.text("name"), part.choice("script", SCRIPTS), endings(part))
        for part in row.rows("languages", LANGUAGE)
    )


def endings(row: Row) -> tuple[Ending, ...]:
    """The endings of a language; each must do to its example's name what it says."""
    found = []
    for part in row.rows("endings", ENDING):
        ending = Ending(part.text("case"), part.ending("ending"), part.ending("form"), part.texts("example"))
        name, *bent = ending.example or ("",)
        if not name.endswith(ending.ending) or bent != [name.removesuffix(ending.ending) + ending.form]:
            example = ", ".join(ending.example)
            part.fault(f"The {ending.case} ending does not make [{example}].", "Give [a name, the name bent by it].")
        found.append(ending)
    return tuple(found)


def code(row: Row, column: str) -> str:
    """A language's code."""
    found = row.text(column)
    if found and not CODE.fullmatch(found):
        row.fault(f"{column!r} is {found!r}.", "Write the language's code in two or three small letters.")
    return found


def place(row: Row) -> PlaceRow:
    """A row of `gazetteer.tsv`."""
    kind = row.choice("type", CATEGORIES)
    return PlaceRow(
        id=row.id("id"),
        type=kind,
        category=row.choice("category", CATEGORIES.get(kind, sum(CATEGORIES.values(), ()))),
        name=row.text("name"),
        names=row.spellings("names"),
        former=row.former("former"),
        within=row.optional("within"),
        lat=row.degrees("lat", 90),
        lon=row.degrees("lon", 180),
        population=row.whole("population"),
        source=row.optional("source"),
        licence=row.optional("licence"),
    )


def alias(row: Row) -> Alias:
    """A row of `aliases.tsv`."""
    return Alias(row.text("spelling"), code(row, "lang"), row.text("id"), row.optional("note"))


def actor(row: Row) -> Actor:
    """A row of `actors.yml`."""
    return Actor(
        id=row.id("id"),
        name=row.text("name"),
        type=row.choice("type", ACTOR_TYPES),
        party=row.optional("party"),
        spellings=spellings(row),
        offices=tuple(
            Office(part.text("role"), part.optional("body"), part.term())
            for part in row.rows("offices", ("role", "body", "since", "until"))
        ),
        under=tuple(
            Command(part.text("actor"), part.term()) for part in row.rows("under", ("actor", "since", "until"))
        ),
        relay=row.flag("relay"),
        source=row.text("source"),
        checked=row.flag("checked"),
    )


def spellings(row: Row) -> tuple[Spelling, ...]:
    """The spellings of an actor: lists of names by language."""
    value = row.values.get("spellings")
    if value is not None and not isinstance(value, dict):
        row.fault("'spellings' has no languages.", "Write {en: [one, another]}.")
    inner = Row(row.file, row.line, value if isinstance(value, dict) else {}, row.faults)
    return tuple(Spelling(language, name) for language in inner.values for name in inner.texts(language))


def outlet(row: Row) -> Outlet:
    """A row of `outlets.yml`."""
    return Outlet(
        name=row.text("name"),
        domains=row.texts("domains"),
        party=row.optional("party"),
        owner=row.optional("owner"),
        language=row.optional("language"),
        relay=row.flag("relay"),
        source=row.text("source"),
        checked=row.flag("checked"),
    )


def loaded(row: Row) -> LoadedWord:
    """A row of `loaded.yml`."""
    return LoadedWord(
        row.text("word"), row.texts("forms"), row.text("neutral"), row.text("used_by"), row.text("example")
    )


def time_zone(row: Row) -> str | None:
    """The zone of the theatre's days, None where it does not say."""
    found = row.optional("time_zone")
    if found is not None and found not in available_timezones():
        row.fault(f"There is no time zone {found!r}.", "Give its IANA name: Europe/Kyiv.")
        return None
    return found


def period(row: Row) -> When | None:
    """The days the theatre is about, None where it does not say."""
    return row.when("period")
