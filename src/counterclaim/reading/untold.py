"""What the guidelines do not tell though words attribute it.

Silence, questions, orders, topics, names in marks; and messages that somebody got: who hears a report asserts nothing.
"""

import re

from counterclaim.lang.data import rows
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.nouns import is_verb
from counterclaim.reading.quotations import Quotation
from counterclaim.reading.tokens import tokens
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

BEFORE = 4  # words before a cue in which a negation makes it silence
NAMED = 3  # first words of a content among which the noun stands: "the latest reports"
TERM = 3  # words of a name or term in quotation marks
CREDIT = 120  # code points behind a caption in which its credit stands
INVOKED = 6  # words of a term that somebody invokes


def is_untold(words: Words, one: Attribution) -> bool:
    """Whether `one` is none of a proposition.

    `no_comment`, `question`, `order`, `topic`, `name_in_quotes`, or a message that was got.
    """
    content = tokens(words.layout.text, *words.place(one.contents[0]))
    quotation = words.layout.quotation_at(content[0].start)
    if quotation is not None and _is_term(words, one, quotation):
        return True
    quoted = quotation is not None
    if not quoted and words.layout.text[words.place(one.contents[-1])[1] :][:1] == "?":
        return True
    if one.cue is not None and (_is_question(words, one, quotation) or _is_call_or_toll(words, one)):
        return True
    if one.cue is None or quoted:
        return False
    said = _lower(words, one.cue)
    if said <= classes("prepositions") - {"per"}:  # no word that attributes
        return True
    before = _before(words, one)
    silent = bool(said & classes("telling")) and bool((said | before) & classes("negations"))
    silent = silent or bool(before & {"neither", "nor"})  # "neither confirmed nor denied"
    silent = silent or (one.claimant is not None and words.text(one.claimant[0]).lower() in classes("nobody"))
    silent = silent or _is_silence(words, one.cue, one.contents[0])
    asked = bool(said & classes("asking")) or (content[0].lower == "whether" and not said & classes("doubting"))
    topic = bool(said & classes("airing")) and not any(map(is_verb, content))
    heard = bool(said & classes("receiving")) and _is_message([each.lower for each in content if each.is_word])
    return silent or asked or topic or heard or bool(said & classes("ordering"))


def _is_silence(words: Words, cue: Range, content: Range) -> bool:
    """Whether somebody "said nothing about" it, or "made no mention of" it."""
    data, text = rows("en", "untold"), words.layout.text
    (_, said), (start, end) = words.place(cue), words.place(content)
    if re.match(data["nothing"], text[start:end], re.IGNORECASE):
        return cue[1] == content[0]
    return cue[1] < content[0] and bool(re.match(data["unmentioned"], text[said:start].strip(), re.IGNORECASE))


def _is_message(content: list[str]) -> bool:
    """Whether the words are "this", or name a message at their beginning: "the reports", "a briefing on the city"."""
    whole = len(content) == 1 and content[0] in classes("alone")
    return whole or not classes("messages").isdisjoint(content[:NAMED])


def _is_question(words: Words, one: Attribution, quotation: Quotation | None) -> bool:
    """Whether somebody "asked" it, in quotation marks, and it is one question and no more."""
    if quotation is None or one.cue is None or not _lower(words, one.cue) & classes("asking"):
        return False
    inner = words.layout.text[quotation.inner_start : quotation.inner_end].rstrip()
    return inner.endswith("?") and not any(mark in inner[:-1] for mark in ".!;")


def _is_call_or_toll(words: Words, one: Attribution) -> bool:
    """Whether somebody called persons and it says no more, or a war "claimed 130 lives"."""
    assert one.cue is not None  # noqa: S101 the caller looked
    said, data = _lower(words, one.cue), rows("en", "untold")
    content = words.layout.text[slice(*words.place(one.contents[0]))]
    if said & set(data["claims"]) and re.match(data["toll"], content, re.IGNORECASE):
        return True
    names = [token.text for token in tokens(content, 0, len(content)) if token.is_word]
    behind = one.contents[0][0] == one.cue[1]
    listed = all(name[0].isupper() or name in data["between"] for name in names) and not classes("joins").isdisjoint(
        names
    )
    return behind and len(one.contents) == 1 and listed and bool(said & set(data["phoning"]))


def is_caption(words: Words, run: Range) -> bool:
    """Whether the credit of a picture stands right behind the sentence of `run`, or in brackets within it."""
    end, text = words.place(run)[1], words.layout.text
    stop = words.place(words.sentences[words.sentence(run[1] - 1)])[1]
    credit = re.compile(rows("en", "untold")["credit"])
    bracket = text.find("(", end, stop)
    places = (stop, bracket) if bracket >= 0 else (stop,)
    return any(credit.match(text, place, stop + CREDIT) for place in places)


def _before(words: Words, one: Attribution) -> set[str]:
    """The words that belong to the cue's verb before it: from its source, from the last comma, a few at most."""
    assert one.cue is not None  # noqa: S101 the caller looked
    bounds = [run[1] for run in (one.claimant, *one.contents) if run and run[1] <= one.cue[0]]
    first = max([_sentence_start(words, one.cue), one.cue[0] - BEFORE, *bounds])
    commas = [word + 1 for word in range(first, one.cue[0]) if words.text(word) == ","]
    return _lower(words, (max([first, *commas]), one.cue[0]))


def _is_term(words: Words, one: Attribution, quotation: Quotation) -> bool:
    """Whether the quotation is a name or a word, and nobody says it as a sentence."""
    inner = words.layout.text[quotation.inner_start : quotation.inner_end]
    said = [token for token in tokens(inner, 0, len(inner)) if token.is_word]
    cue = _lower(words, one.cue) if one.cue else set()
    invoked = bool(cue & set(rows("en", "untold")["invoking"]))
    named = one.cue is None or invoked or bool(cue & classes("naming"))
    ends = inner.rstrip(" ,").endswith((".", "!", "?", "…"))
    return (
        named
        and len(said) <= (INVOKED if invoked else TERM)
        and len(one.contents) == 1
        and not ends
        and not any(map(is_verb, said))
    )


def _lower(words: Words, run: Range) -> set[str]:
    return {token.lower for token in tokens(words.layout.text, *words.place(run))} if run[0] < run[1] else set()


def _sentence_start(words: Words, run: Range) -> int:
    return words.sentences[words.sentence(run[0])][0]
