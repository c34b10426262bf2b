"""What a telling rests on, in the words of its report: how the claimant knows, and whether anybody could check."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.vocabulary import NOTES
from counterclaim.reading.layout import Layout, Range

NONE_STATED = "none_stated"
SHORT = 12  # words of a sentence that says nothing but that the one before could not be checked


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
            _phrases(row["words"]),
            _phrases(row["with"]) if "with" in row else None,
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


def _phrases(words: Sequence[str]) -> re.Pattern[str]:
    return _either([re.escape(word).replace(r"\*", r"\w*") for word in words])


def _either(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?!\w)")


def knowledge(telling: Telling) -> str:
    """What the claimant's knowledge rests on: the basis of the first row that fires."""
    if telling.voice is not Voice.ATTRIBUTED:
        return NONE_STATED
    claimant = telling.chain.claimant
    held = claimant.source_class if claimant else None
    source = claimant.span.text.lower() if claimant and claimant.span else ""
    texts = {
        "cue": telling.cue.text.lower() if telling.cue else "",
        "source": source,
        "content": " ".join(part.text for part in telling.pieces).lower(),
        "beside": _beside(telling).lower(),
    }
    for row in knowledge_rows():
        fires = row.words.search(texts[row.place]) and (row.beside is None or row.beside.search(texts[row.place]))
        if fires and row.source_class in (None, held):
            return row.basis
    return NONE_STATED


def _beside(telling: Telling) -> str:
    """The words of the sentence outside the content."""
    text, base = telling.sentence.text, telling.sentence.start
    for part in telling.pieces:
        first, last = max(0, part.start - base), max(0, part.end - base)
        text = text[:first] + " " * (min(last, len(text)) - first) + text[last:]
    return text


def noted(layout: Layout, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings with the notes that their report gives of them.

    A sentence that tells nothing itself, or is of few words, speaks of the nearest one before it that tells.
    """
    sentences = [sentence for paragraph in layout.paragraphs for sentence in paragraph]
    held = [layout.normal.forth(one.sentence.start, one.sentence.end)[0] for one in tellings]
    notes: list[set[str]] = [set(one.notes) for one in tellings]
    for at, sentence in enumerate(sentences):
        text = layout.text[slice(*sentence)].lower()
        for row in note_rows():
            if not row.words.search(text):
                continue
            within = [number for number, start in enumerate(held) if sentence[0] <= start < sentence[1]]
            before = _before(sentences, held, at)
            for number in within if within and (row.same or len(text.split()) > SHORT) else [*within, *before]:
                notes[number].add(row.note)
    for one, found in zip(tellings, notes, strict=True):
        yield replace(one, notes=tuple(note for note in NOTES if note in found))


def _before(sentences: Sequence[Range], held: Sequence[int], at: int) -> list[int]:
    """The tellings of the nearest sentence before `at` that holds any."""
    for start, end in reversed(sentences[max(0, at - 2) : at]):
        found = [number for number, place in enumerate(held) if start <= place < end]
        if found:
            return found
    return []


def is_background(telling: Telling) -> bool:
    """Whether the words around the content mark it as older than the report's news."""
    return bool(background_words().search(_beside(telling).lower()))


def dead_rows(language: str = "en") -> Iterable[str]:
    """The examples of rows that do not fire on them."""
    for row in knowledge_rows(language):
        if not row.words.search(row.example.lower()):
            yield row.example
    for note in note_rows(language):
        if not note.words.search(note.example.lower()):
            yield note.example
