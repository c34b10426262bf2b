"""Who is masked in one report: found from its title, its text, and the sources of its tellings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from counterclaim.masking import languages
from counterclaim.masking.candidates import Candidate, candidates
from counterclaim.masking.laid import Laid
from counterclaim.masking.lexicon import Lexicon
from counterclaim.masking.names import WORD, Names, Range, blocked, plain
from counterclaim.masking.persons import Mention, Person, persons, private
from counterclaim.masking.said import Context, Said
from counterclaim.masking.world import World, world
from counterclaim.model.normal import Normal
from counterclaim.model.report import Report

BETWEEN = "\n\n"  # title and text
SPEAKERS = ("named_person", "unnamed_witness")  # classes of sources who are persons
ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Mask:
    """The title and text of a report with private names blocked out, as long as before, and those names.

    `places` are where they stand in the text.
    """

    title: str | None
    text: str
    places: tuple[Range, ...] = ()
    names: Names = field(default_factory=Names)

    def __bool__(self) -> bool:
        return bool(self.names)

    def touches(self, start: int, end: int) -> bool:
        """Whether a private name stands in `[start, end)` of the text."""
        return any(first < end and start < last for first, last in self.places)


@dataclass(frozen=True, slots=True)
class _Read:
    """A report laid out, the words of its language, what is known in its theatre."""

    laid: Laid
    lexicon: Lexicon
    world: World


def mask(report: Report, lines: Iterable[dict[str, Any]]) -> Mask:
    """The mask of `report`; `lines` are its tellings in the public shape.

    Of a language without rules nobody is masked: `languages.covered` tells.
    """
    rules = languages.rules(report.language, report.text)
    if rules is None:
        return Mask(report.title, report.text)
    lexicon, said = rules
    whole = _unwrapped(report)
    normal = Normal.of(whole)
    read = _Read(Laid.of(normal.text), lexicon, world(report.theatre))
    speakers, officials = _sources(lines, read.world)
    mentions = [
        Mention(name, said(Context(read.laid, lexicon, read.world, name)) | _known(name, speakers, read.world))
        for name in candidates(read.laid, lexicon, read.world)
    ]
    found = persons(mentions)
    hidden = private(found, read.world, officials)
    if not hidden:
        return Mask(report.title, report.text)
    shown = [one for one in found if one not in hidden and _keeps(one, read.world)]
    names = _names(read, hidden, shown)
    places = sorted({normal.back(*place) for place in _places(read, hidden, shown, names)})
    return _made(report, places, names)


def _unwrapped(report: Report) -> str:
    """Title and text, a blank between them; each paragraph on a line of its own, as long as before."""
    text = list(report.text)
    for start, end in report.paragraphs:
        text[start:end] = report.text[start:end].replace("\n", " ")
    return (report.title or "") + BETWEEN + "".join(text)


def _keeps(one: Person, known: World) -> bool:
    """Whether a full name is a person's, a place's or a body's, and stays though it shares a word with a masked one."""
    name = one.fullest.name
    return one.said.person or known.is_official(name) or known.is_place(name) or known.is_body(name)


def _known(name: Candidate, speakers: frozenset[str], known: World) -> Said:
    """What is known of a name beforehand: that it speaks in the report, that it is a soldier's of the roster."""
    soldier = len(name.parts) == 1 and known.is_soldier(name.name)
    return Said(person=soldier or name.name in speakers, private=soldier)


def _made(report: Report, places: Sequence[Range], names: Names) -> Mask:
    shown = blocked((report.title or "") + BETWEEN + report.text, places)
    begin = len(report.title or "") + len(BETWEEN)
    moved = tuple((start - begin, end - begin) for start, end in places if start >= begin)
    title = None if report.title is None else shown[: len(report.title)]
    return Mask(title, shown[begin:], moved, names)


def _sources(lines: Iterable[dict[str, Any]], known: World) -> tuple[frozenset[str], frozenset[str]]:
    """The names of sources who are persons, and of those who are officials of the roster."""
    speakers, officials = set(), set()
    for line in lines:
        for source in (*line["chain"][1:], line["addressee"] or {}):
            name = source.get("name")
            if name and source.get("class") in SPEAKERS:
                speakers.add(name)
            if name and known.is_actor(source.get("actor")):
                officials.add(name)
    return frozenset(speakers), frozenset(officials)


def _names(read: _Read, hidden: Sequence[Person], shown: Sequence[Person]) -> Names:
    parts = {plain(piece) for one in hidden for part in one.parts for piece in {part, *WORD.findall(part)}}
    parts = {part for part in parts if len(part) > 1}
    return Names(
        private=frozenset(parts),
        full=frozenset(tuple(map(plain, one.fullest.parts)) for one in hidden if len(one.fullest.parts) > 1),
        public=frozenset(name.name.casefold() for one in shown for name in one.names if len(name.parts) > 1),
        common=frozenset(part for part in parts if _is_common(read, part)),
    )


def _is_common(read: _Read, word: str) -> bool:
    """Whether a word of a name is one of the language as well: "May", "Stone", "Miller"."""
    classes = ("small", "closers", "openers", "verbs", "lands")
    return read.lexicon.are((word,), *classes) or read.lexicon.is_role(word) or read.world.is_people(word)


def _places(read: _Read, hidden: Sequence[Person], shown: Sequence[Person], names: Names) -> Iterator[Range]:
    """Where the names stand: each mention, and each word of them elsewhere that is of no other full name."""
    own = (name for one in hidden for name in one.names if len(name.parts) > 1 or not _is_place(read, name.first))
    masked = {at for name in own for at in range(name.first, name.last)}
    full = (name for one in shown for name in one.names if len(name.parts) > 1)
    kept = {at for name in full for at in range(name.first, name.last)}
    for at, token in enumerate(read.laid.tokens):
        if at in masked:
            yield token.start, token.start + len(read.laid.bare(at))
        elif at not in kept and token.is_word and not token.text.islower():
            yield from _words(read, at, names)


def _is_place(read: _Read, at: int) -> bool:
    """Whether the word there is rather the place of that name: "in Dorn"."""
    before = read.laid.lower(at - 1)
    return before in read.lexicon["places_before"] and read.world.is_place(read.laid.bare(at))


def _words(read: _Read, at: int, names: Names) -> Iterator[Range]:
    """The pieces of a word that are of a private name: "Venn", "Venn’s", "Venn-owned"."""
    if _is_place(read, at):
        return
    start, before = read.laid.tokens[at].start, read.laid.lower(at - 1)
    for match in WORD.finditer(read.laid.bare(at)):
        piece, folded = match.group(), plain(match.group())
        if piece[0].islower() or not names.hides(piece):
            continue
        common = folded in names.common and (folded in read.lexicon["small"] or before in ARTICLES)
        if not (common or read.world.is_people(piece)):
            yield start + match.start(), start + match.end()
