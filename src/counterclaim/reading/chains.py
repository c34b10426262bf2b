"""The chain of an attribution: outlet, relays, claimant, with the names the report gives them; and the addressee."""

from typing import Any

from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.nouns import POSSESSIVE
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes


def chain(words: Words, one: Attribution, resolver: Resolver) -> Chain:
    """The outlet, who relays, and who claims."""
    cited = [relay for relay in one.relays if not _is_platform(words, relay)]
    passing = [_source(words, relay, Link.RELAY, resolver) for relay in cited]
    relays = tuple(relay for relay in passing if not _is_outlet(relay, words.layout.report.outlet))
    unstated = Source(Link.CLAIMANT, None, None, SourceClass.UNSTATED)
    claimant = _source(words, one.claimant, Link.CLAIMANT, resolver) if one.claimant else unstated
    return Chain.of(words.layout.report.outlet, claimant=claimant, relays=relays)


def _is_outlet(relay: Source, outlet: str | None) -> bool:
    """Whether the relay is the outlet of this very report, by its name or its initials."""
    if outlet is None:
        return False
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    names = {name.casefold() for name in (relay.name, relay.written) if name}
    return outlet.casefold() in names or (len(initials) > 1 and initials.casefold() in names)


def _is_platform(words: Words, run: Range) -> bool:
    """Whether it is but where something was posted: "Telegram", "his channel", "a Facebook page" pass on nothing."""
    said = [words.text(word).lower() for word in range(*run)]
    rest = [word for word in said if word not in classes("owning")]
    return bool(rest) and all(word in classes("platforms") for word in rest)


def _source(words: Words, run: Range, link: Link, resolver: Resolver) -> Source:
    run = _without_clause(words, run)
    name = resolver.name(words.place(run), speaks=link is Link.CLAIMANT)
    return Source(link, name, _phrase(words, run))


def _without_clause(words: Words, run: Range) -> Range:
    """The words of a source without a relative clause: "Ilka Marn, who runs the port"."""
    for word in range(run[0] + 2, run[1]):
        if words.text(word).lower() in classes("relatives") and words.text(word - 1) == ",":
            return run[0], word - 1
    return run


def _phrase(words: Words, run: Range) -> Span:
    """The words of a source, without the "’s" of a possessor."""
    start, end = words.place(run)
    text = words.layout.text
    tail = POSSESSIVE.search(text, start, end)
    marked = text[end - 1] in "’'" and any(mark in text[start : end - 1] for mark in "‘'")  # a group ‘River’
    return words.layout.span(start, tail.start() if tail and tail.start() > start and not marked else end)


def addressee(words: Words, run: Range, resolver: Resolver) -> dict[str, Any]:
    """To whom it was said, in the public shape."""
    run = _without_clause(words, run)
    span, name = _phrase(words, run), resolver.name(words.place(run), speaks=False)
    return {"name": name, "written": span.text, "start": span.start, "end": span.end}
