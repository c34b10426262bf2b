"""Who is told: the listener of a saying, who is an addressee or, if a medium, a relay."""

from dataclasses import replace

from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

OBJECT = 7  # words of who is told
LEAD = 4  # words between "in" and "call", between "on" and "television"
TITLED = ("the", "his", "her", "their", "of", "’", "'", "s")  # small words within a title and name


def heard(words: Words, one: Attribution) -> Attribution:
    """`one` with a listener that is either a relay or an addressee: a medium passes on, anybody else is told.

    A medium in the words of the claimant ("Mayor Post to Vale Radio: …") is a relay of its own.
    """
    if one.claimant is not None and one.cue is None:
        first, last = one.claimant
        at = next(
            (word for word in range(first + 1, last - 1) if words.text(word).lower() in ("to", "via", "on")), None
        )
        if at is not None:
            one = replace(one, claimant=(first, at), relays=tuple(sorted({*one.relays, (at + 1, last)})))
    to = one.addressee
    if to is None:
        return one
    if words.text(to[1] - 1).lower() in classes("tails"):
        return replace(one, addressee=None)
    both = [relay for relay in one.relays if relay[0] < to[1] and to[0] < relay[1]]
    if not both:
        return one
    said = [words.text(word) for word in range(*both[0])]
    if any(word.lower() in classes("media") or (word.isupper() and len(word) > 2) for word in said):
        return replace(one, addressee=None)
    return replace(one, relays=tuple(relay for relay in one.relays if relay not in both))


def listener(words: Words, one: Attribution, resolver: Resolver) -> Attribution:
    """`one`, where "reported to President Zedrin the capture of Dorn" took the listener into the content.

    A name right behind "to", with its title, is the addressee where a new noun phrase or "that" follows it.
    """
    first, last = one.contents[0]
    one = replace(one, addressee=_alone(words, one.addressee), relays=_aired(words, one))
    if one.addressee is None:
        told = _alone(words, _object(words, one)) or _was_told(words, one) or _alone(words, _met(words, one))
        one = replace(one, addressee=told)
    if one.addressee is not None or first == 0 or words.text(first - 1).lower() != "to":
        return one
    name = resolver.named_at(*words.place((first, last)))
    if name is None:
        return one
    end = words.run(*name)[1]
    follows = end + 1 < last and words.text(end).lower() in classes("determiners") | {"that"}
    titled = all(words.text(word)[0].isupper() or words.text(word).lower() in TITLED for word in range(first, end))
    if not follows or not titled:
        return one
    begin = end + 1 if words.text(end).lower() == "that" else end
    return replace(one, addressee=(first, end), contents=((begin, last), *one.contents[1:]))


def _object(words: Words, one: Attribution) -> Range | None:
    """Whom "informed readers that", "warned us" speak to: the noun phrase right behind such a verb."""
    if one.cue is None or words.text(one.cue[1] - 1).lower() not in classes("telling_to"):
        return None
    begin = one.cue[1]
    stop = _end_of_object(words, begin, words.sentences[words.sentence(begin - 1)][1])
    taken = [run for run in (one.claimant, *one.relays, *one.contents) if run and run[0] < stop and begin < run[1]]
    return (begin, stop) if 0 < stop - begin <= OBJECT and not taken else None


def _end_of_object(words: Words, begin: int, end: int) -> int:
    """Where the noun phrase that begins at `begin` is over."""
    return next((at for at in range(begin, end) if _ends_object(words, at, begin)), end)


def _ends_object(words: Words, at: int, begin: int) -> bool:
    """Whether the noun phrase that begins at `begin` is over before the word at `at`."""
    word = words.text(at)
    if at == begin:
        is_noun = word[0].isalpha() and word.lower() not in classes("prepositions", "breaks") | {"about"}
        return not is_noun
    small = classes("breaks", "prepositions") - {"of"} | classes("relatives", "days") | {"that"}
    return not word[0].isalnum() or word.lower() in small or word.endswith("ly")


def _alone(words: Words, run: Range | None) -> Range | None:
    """A listener without what is said: "the BBC" of "told the BBC she is aware"; None where it is a time."""
    if run is None:
        return None
    first, last = run
    end = next((at for at in range(first + 1, last) if _begins_anew(words, at)), last)
    return None if _is_time(words, end - 1) else (first, end)


def _begins_anew(words: Words, at: int) -> bool:
    """Whether another noun phrase begins with the word: "told the BBC the fire was out"; not "of the mine"."""
    articled = words.text(at).lower() in classes("articles", "possessors")
    behind = words.text(at - 1).lower() in classes("prepositions", "joins") or words.text(at - 1) == ","
    return words.text(at).lower() in classes("subjects") or (articled and not behind)


def _is_time(words: Words, at: int) -> bool:
    return words.text(at).lower() in classes("days", "times")


def _was_told(words: Words, one: Attribution) -> Range | None:
    """Who "was told that": the subject of a verb that says to whom."""
    if one.cue is None or one.claimant is not None or words.text(one.cue[1] - 1).lower() not in classes("telling_to"):
        return None
    begin = words.sentences[words.sentence(one.cue[0])][0]
    verb = one.cue[1] - 1
    while verb > begin and words.text(verb - 1).lower() in classes("cue_edges"):
        verb -= 1
    if not {words.text(at).lower() for at in range(verb, one.cue[1])} & classes("being"):
        return None
    first = verb
    while first > max(begin, verb - OBJECT) and _is_named(words, first - 1):
        first -= 1
    if first > begin and words.text(first - 1).lower() in classes("articles", "possessors"):
        first -= 1
    return (first, verb) if first < verb else None


def _is_named(words: Words, at: int) -> bool:
    """Whether a word may belong to the name or noun that is a subject."""
    word = words.text(at)
    small = classes("prepositions", "breaks", "relatives", "joins", "articles", "possessors")
    return word[0].isalpha() and word.lower() not in small


def _met(words: Words, one: Attribution) -> Range | None:
    """With whom somebody met who said it there: "in a call with Zhedrin", "in a letter to the Committee"."""
    if one.cue is None or one.relays:
        return None
    first, last = words.sentences[words.sentence(one.cue[0])]
    for at in range(first + 1, last - 2):
        lead = {words.text(before).lower() for before in range(max(first, at - LEAD), at)}
        meets = words.text(at).lower() in classes("meetings") and words.text(at + 1).lower() in ("with", "to", "before")
        if not meets or not lead & {"in", "during"} or any(run[0] <= at < run[1] for run in one.contents):
            continue
        stop = _end_of_object(words, at + 2, last)
        named = any(words.text(word)[0].isupper() for word in range(at + 2, stop))
        if named and stop - at - 2 <= OBJECT:
            return at + 2, stop
    return None


def _aired(words: Words, one: Attribution) -> tuple[Range, ...]:
    """The relays whole ("Vardian television", not "Vardian"), and "on national television" right behind a cue."""
    relays = tuple((first, last + _is_broadcast(words, last)) for first, last in one.relays)
    if relays or one.cue is None or one.cue[1] + 1 >= len(words.spans) or words.text(one.cue[1]).lower() != "on":
        return relays
    begin = one.cue[1] + 1
    end = next((at + 1 for at in range(begin, begin + LEAD) if _is_broadcast(words, at)), None)
    plain = end is not None and all(words.text(at)[0].isalpha() for at in range(begin, end))
    return ((begin, end),) if end is not None and plain else ()


def _is_broadcast(words: Words, at: int) -> bool:
    return at < len(words.spans) and words.text(at).lower() in classes("broadcasts")
