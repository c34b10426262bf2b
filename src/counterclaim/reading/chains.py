"""The chain of an attribution: outlet, relays, claimant, with the names the report gives them; and the addressee."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.nouns import POSSESSIVE, is_verb
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.tokens import tokens
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

OPENING = 6  # words of "In early July," before the subject
CARRIED = 8  # words between a claimant and "carried by"


def chain(words: Words, one: Attribution, resolver: Resolver) -> Chain:
    """The outlet, who relays, and who claims."""
    cited = [relay for relay in one.relays if not _is_platform(words, relay)]
    passing = [_source(words, relay, Link.RELAY, resolver) for relay in cited]
    relays = tuple(relay for relay in passing if not _is_outlet(relay, words.layout.report.outlet))
    unstated = Source(Link.CLAIMANT, None, None, SourceClass.UNSTATED)
    claimant = _source(words, one.claimant, Link.CLAIMANT, resolver) if one.claimant else unstated
    return Chain.of(words.layout.report.outlet, claimant=claimant, relays=relays)


def _is_outlet(relay: Source, outlet: str | None) -> bool:
    """Whether the relay is the outlet of this very report: by its name, its initials, or as "this agency", "us"."""
    said = (relay.written or "").lower().split()
    if said in (["us"], ["me"]) or (said and said[0] in ("this", "our") and said[-1] in classes("media")):
        return True
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
    name = resolver.name(words.place(run), speaks=link is Link.CLAIMANT, passes=link is Link.RELAY)
    return Source(link, name, _phrase(words, run))


def _without_clause(words: Words, run: Range) -> Range:
    """The words of a source without a relative clause: "Ilka Marn, who runs the port"."""
    for word in range(run[0] + 2, run[1]):
        if words.text(word).lower() in classes("relatives") and words.text(word - 1) == ",":
            return run[0], word - 1
    return run


def passed_on(words: Words, found: Sequence[Attribution]) -> list[Attribution]:
    """The same with sources that the network misses: "…, whose statement was carried by TVA"; "told TVA …; she said …".

    A chain holds within its sentence: who goes on there as "she" still speaks through the same relay, and "…, she
    said, adding that …" is all hers.
    """
    made: list[Attribution] = []
    for each in found:
        one = _spoken_on(words, each, made)
        relay = _carrier(words, one)
        if relay is None and not one.relays and one.claimant and _is_pronoun(words, one.claimant):
            before = [other for other in made if other.relays and _goes_on(words, other, one)]
            made.append(replace(one, relays=before[-1].relays) if before else one)
        else:
            made.append(one if relay is None else replace(one, relays=(relay,)))
    return made


def _spoken_on(words: Words, one: Attribution, before: Sequence[Attribution]) -> Attribution:
    """`one` with the speaker of its sentence where its cue is a participle that has none."""
    if one.claimant is not None or one.cue is None or words.text(one.cue[0]).lower() not in classes("going_on"):
        return one
    number = words.sentence(one.cue[0])
    for other in reversed(before):
        if other.claimant and other.cue and other.cue < one.cue and words.sentence(other.cue[0]) == number:
            return replace(one, claimant=other.claimant, relays=other.relays)
    subject = _subject(words, one.cue) if one.cue_type == "speech" else None
    return replace(one, claimant=subject) if subject else one


def _subject(words: Words, cue: Range) -> Range | None:
    """Who opens the sentence of a participle, where that is plain: "He stopped there, saying …".

    A pronoun, or a name, right before a verb that is the only one before the participle.
    """
    begin, layout = _after_opening(words, words.sentences[words.sentence(cue[0])][0], cue[0]), words.layout
    end = begin
    while end < cue[0] and (words.text(end)[0].isupper() if end > begin else _is_name(words, begin)):
        end += 1
    pronoun = words.text(begin).lower() in ("he", "she", "they")
    first, last = (begin, begin + 1) if pronoun else (begin, end)
    said = list(tokens(layout.text, words.place((last, last + 1))[0], words.place(cue)[0])) if last < cue[0] else []
    verbs = [token for token in said if is_verb(token)]
    lead = words.text(cue[0] - 1).lower() in (",", "while")
    quoted = any(layout.quotation_at(words.place(run)[0]) for run in ((first, last), cue))
    others = {token.lower for token in said} & (classes("relatives") | {"that", "as"})
    plain = lead and not quoted and not others and len(verbs) == 1 and verbs[0] is said[0]
    return (first, last) if first < last and plain else None


def _after_opening(words: Words, begin: int, end: int) -> int:
    """The word behind "In early July," at the beginning of a sentence, else that beginning."""
    if words.text(begin).lower() not in classes("prepositions"):
        return begin
    return next((at + 1 for at in range(begin, min(end - 1, begin + OPENING)) if words.text(at) == ","), begin)


def _is_name(words: Words, at: int) -> bool:
    """Whether the word that opens a sentence can open a name."""
    small = classes("determiners", "prepositions", "days", "months")
    said = words.text(at).lower()
    return not said.endswith("ly") and said not in small and said not in classes("pronouns")


def _carrier(words: Words, one: Attribution) -> Range | None:
    """Who carried a claimant's words, named right behind him: "as carried by", "whose statement was spread by"."""
    if one.claimant is None or one.relays:
        return None
    begin = max(run[1] for run in (one.claimant, one.cue) if run)
    end = words.sentences[words.sentence(one.claimant[0])][1]
    for word in range(begin, min(end - 2, begin + CARRIED)):
        if words.text(word).lower() in classes("carrying") and words.text(word + 1).lower() == "by":
            first = last = word + 2
            while last < end and (words.text(last)[0].isupper() or (last == first and words.text(last) == "the")):
                last += 1
            return (first, last) if words.text(last - 1)[0].isupper() else None
    return None


def _is_pronoun(words: Words, run: Range) -> bool:
    return run[1] - run[0] == 1 and words.text(run[0]).lower() in ("he", "she", "it", "they")


def _goes_on(words: Words, other: Attribution, one: Attribution) -> bool:
    """Whether both have their claimants in one sentence, `other` before `one`."""
    if other.claimant is None or one.claimant is None:
        return False
    same = words.sentence(other.claimant[0]) == words.sentence(one.claimant[0])
    return same and other.claimant < one.claimant


def _phrase(words: Words, run: Range) -> Span:
    """The words of a source, without the "’s" of a possessor."""
    start, end = words.place(run)
    text = words.layout.text
    if text[end : end + 1] in ("’", "'") and any(mark in text[start:end] for mark in "‘'"):
        end += 1  # the ‘rebels’
    tail = POSSESSIVE.search(text, start, end)
    marked = text[end - 1] in "’'" and any(mark in text[start : end - 1] for mark in "‘'")  # a group ‘River’
    end = tail.start() if tail and tail.start() > start and not marked else end
    return words.layout.span(start, start + len(text[start:end].rstrip(" ,\n")))


def addressee(words: Words, run: Range, resolver: Resolver) -> dict[str, Any]:
    """To whom it was said, in the public shape."""
    run = _without_clause(words, run)
    span, name = _phrase(words, run), resolver.name(words.place(run), speaks=False)
    return {"name": name, "written": span.text, "start": span.start, "end": span.end}


def cue_of(words: Words, run: Range) -> Range:
    """The words of a cue without auxiliaries, adverbs and "by" around it: "has repeatedly emphasized".

    Of an auxiliary alone, the verb behind it.
    """
    first, last = run
    end = words.sentences[words.sentence(first)][1]
    while all(_is_edge(words.text(word).lower()) for word in range(first, last)) and last < min(end, run[1] + 3):
        last += 1
    while last - first > 1 and _is_edge(words.text(first).lower()):
        first += 1
    while last - first > 1 and words.text(last - 1).lower() in classes("cue_edges"):
        last -= 1
    return first, last


def _is_edge(word: str) -> bool:
    return word in classes("cue_edges") or (word.endswith("ly") and word not in ("reportedly", "allegedly"))
