"""Attributions across sentences: who goes on speaking, and quotations that nobody is named for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.reading.cues import sightings
from counterclaim.reading.found import Found
from counterclaim.reading.names import Range
from counterclaim.reading.nouns import ends_in_comma
from counterclaim.reading.patterns import LONGEST
from counterclaim.reading.phrases import phrase_after
from counterclaim.reading.statements import Statement
from counterclaim.reading.subjects import subject
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

BEFORE_TERM = 3  # tokens before a quotation among which "the term" makes it one


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as runs of tokens, whichever sentence its source stands in."""

    parts: tuple[tuple[Token, ...], ...]
    source: tuple[Token, ...] = ()
    cue: tuple[Token, ...] = ()
    addressee: tuple[Token, ...] = ()
    relays: tuple[tuple[Token, ...], ...] = ()


def attributed(statements: Iterable[Statement], continued: frozenset[int]) -> Iterator[Attribution]:
    """The attributions of a report; `continued` are the ends of quotations that go on in the next paragraph."""
    speaking: Attribution | None = None
    waiting: list[Statement] = []
    last: Statement | None = None
    for statement in statements:
        if last is not None and last.paragraph != statement.paragraph and last.tokens[-1].end not in continued:
            yield from _given(waiting, None)
            speaking, waiting = _announced(last) or (speaking if _ends_quoted(last) else None), []
        last = statement
        if statement.is_quotation and speaking is None:
            waiting.append(statement)
        elif statement.is_quotation:
            yield from _given([statement], speaking)
        else:
            here = [_attribution(statement.tokens, found) for found in statement.found]
            late = None if here else _speaker(statement.tokens)
            yield from _given(waiting, late or _first(statement, here))
            yield from [*here, *_loose(statement, here)]
            speaking, waiting = next((one for one in reversed(here) if one.source), late), []
    yield from _given(waiting, None)


def _given(said: Sequence[Statement], speaker: Attribution | None) -> Iterator[Attribution]:
    """The quotations `said`, each as a telling of its own, by `speaker` or by nobody named."""
    for statement in said:
        whole = (statement.tokens,)
        if speaker:
            yield replace(speaker, parts=whole, addressee=())
        elif not _is_title(statement.tokens[0].text):
            yield Attribution(whole)


def _attribution(tokens: Sequence[Token], found: Found) -> Attribution:
    """`found`, with its tokens instead of their numbers."""

    def run(places: Range | None) -> tuple[Token, ...]:
        return tuple(tokens[slice(*places)]) if places else ()

    relays = tuple(run(relay) for relay in found.relays)
    return Attribution(tuple(map(run, found.parts)), run(found.source), run(found.cue), run(found.addressee), relays)


def _announced(statement: Statement) -> Attribution | None:
    """Who speaks in the next paragraph, where this one ends in "X said:"."""
    return _speaker(statement.tokens) if statement.tokens[-1].lower == ":" and not statement.found else None


def _ends_quoted(statement: Statement) -> bool:
    """Whether somebody is quoted to the end of the paragraph, or near it: who may go on in the next."""
    return any(token.is_speech or ends_in_comma(token) for token in statement.tokens)


def _speaker(tokens: Sequence[Token]) -> Attribution | None:
    """Who is said to speak in a sentence that holds no content: "X said.", "said X.", "X continued:"."""
    for seen in sightings(tokens[:LONGEST]):
        source = phrase_after(tokens, seen.end) if seen.start == 0 else subject(tokens, seen.start)
        if source and seen.cue.takes & {"quote", "document"} == {"quote"} and not seen.participle:
            return Attribution((), tuple(tokens[slice(*source)]), tuple(tokens[seen.start : seen.end]))
    return None


def _first(statement: Statement, here: Sequence[Attribution]) -> Attribution | None:
    """Who speaks the quotation that the statement begins with."""
    first = statement.tokens[0]
    return next((one for one in here if first.is_speech and first in one.parts[0]), None)


def _loose(statement: Statement, here: Sequence[Attribution]) -> Iterator[Attribution]:
    """The other quotations, save terms and titles: of whoever spoke before in the sentence, else of nobody named."""
    for at, token in enumerate(statement.tokens):
        held = not token.is_speech or any(found.covers(at) for found in statement.found)
        near = statement.tokens[max(0, at - BEFORE_TERM) : at]
        if not held and not _is_title(token.text) and not any(word.lower in words("terms") for word in near):
            spoken = [one for one in here if one.source and one.cue and one.cue[0].start < token.start]
            yield replace(spoken[-1], parts=((token,),)) if spoken else Attribution(((token,),))


def _is_title(quoted: str) -> bool:
    """Whether nearly every word begins with a capital, and no sentence ends: the name of a work."""
    inner = quoted.strip("“”\"‘’'«»„ ,")
    capitals = sum(word[0].isupper() for word in inner.split())
    return not inner.endswith((".", "!", "?")) and capitals * 3 >= len(inner.split()) * 2
