"""What a telling rests on, in the words of its report: how the claimant knows, and whether anybody could check."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from counterclaim.lang.data import either, rows
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.vocabulary import NOTES
from counterclaim.reading.layout import Layout

NONE_STATED = "none_stated"
BRIEF = 12  # words of a sentence that says nothing but that the one before could not be checked


@dataclass(frozen=True, slots=True)
class KnowledgeRow:
    """Words that say what a claimant's knowledge rests on, where they stand, and of which class he must be, if any."""

    basis: str
    place: str
    words: re.Pattern[str]
    beside: re.Pattern[str] | None
    source_class: str | None
    example: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Words by which a report speaks of its own tellings; with `same`, of those in the same sentence alone."""

    note: str
    words: re.Pattern[str]
    same: bool
    example: str


@cache
def knowledge_rows(language: str = "en") -> tuple[KnowledgeRow, ...]:
    """The rows, in the order in which they decide."""
    return tuple(
        KnowledgeRow(
            row["basis"],
            row["in"],
            _either([either(row["words"])]),
            _either([either(row["with"])]) if "with" in row else None,
            row.get("class"),
            row["example"],
        )
        for row in rows(language, "basis")["knowledge"]
    )


@cache
def note_rows(language: str = "en") -> tuple[NoteRow, ...]:
    """The rows of notes."""
    return tuple(
        NoteRow(row["note"], _either(row["words"]), row.get("same", False), row["example"])
        for row in rows(language, "basis")["notes"]
    )


@cache
def background_words(language: str = "en") -> re.Pattern[str]:
    """Words that mark a telling as older than the report's news."""
    return _either([words for row in rows(language, "basis")["background"] for words in row["words"]])


def _either(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def knowledge(telling: Telling, around: str) -> str:
    """What the claimant's knowledge rests on: the basis of the first row that fires. `around` is what is beside it."""
    if telling.voice is not Voice.ATTRIBUTED:
        return NONE_STATED
    claimant = telling.chain.claimant
    held = claimant.source_class if claimant else None
    source = claimant.span.text.lower() if claimant and claimant.span else ""
    texts = {
        "cue": telling.cue.text.lower() if telling.cue else "",
        "source": source,
        "content": " ".join(part.text for part in telling.pieces).lower(),
        "beside": around,
    }
    for row in knowledge_rows():
        fires = row.words.search(texts[row.place]) and (row.beside is None or row.beside.search(texts[row.place]))
        if fires and row.source_class in (None, held):
            return row.basis
    return NONE_STATED


def beside(telling: Telling) -> str:
    """The words of the sentence outside the content, in small letters."""
    text, base = telling.sentence.text, telling.sentence.start
    for part in telling.pieces:
        first, last = max(0, part.start - base), max(0, part.end - base)
        text = text[:first] + " " * (min(last, len(text)) - first) + text[last:]
    return text.lower()


def noted(layout: Layout, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings with the notes that their report gives of them.

    A sentence that tells nothing itself, or is of few words, speaks of the nearest one before it that tells.
    """
    sentences = [sentence for paragraph in layout.paragraphs for sentence in paragraph]
    held: dict[int, list[int]] = {}  # by number of the sentence, the numbers of its tellings
    for number, one in enumerate(tellings):
        start = layout.normal.forth(one.sentence.start, one.sentence.end)[0]
        held.setdefault(bisect_right(sentences, start, key=lambda sentence: sentence[0]) - 1, []).append(number)
    notes: list[set[str]] = [set(one.notes) for one in tellings]
    for at, sentence in enumerate(sentences):
        text = layout.text[slice(*sentence)].lower()
        within = held.get(at, [])
        for row in note_rows():
            if row.words.search(text):
                alone = within and (row.same or len(text.split()) > BRIEF)
                for number in within if alone else [*within, *(held.get(at - 1) or held.get(at - 2) or ())]:
                    notes[number].add(row.note)
    for one, found in zip(tellings, notes, strict=True):
        yield replace(one, notes=tuple(note for note in NOTES if note in found)) if found else one


def is_background(around: str) -> bool:
    """Whether the words around a content mark it as older than the report's news."""
    return bool(background_words().search(around))


def dead_rows(language: str = "en") -> Iterable[str]:
    """The examples of rows that do not fire on them."""
    for row in knowledge_rows(language):
        said = row.example.lower()
        if not row.words.search(said) or (row.beside and not row.beside.search(said)):
            yield row.example
    yield from (note.example for note in note_rows(language) if not note.words.search(note.example.lower()))
    older = (row["example"] for row in rows(language, "basis")["background"])
    yield from (example for example in older if not is_background(example.lower()))
