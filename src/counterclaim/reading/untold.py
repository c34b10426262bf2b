"""What the guidelines do not tell though words attribute it.

Silence, questions, orders, topics, names in marks; and messages that somebody got: who hears a report asserts nothing.
"""

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
    if one.cue is None or quoted:
        return False
    said = _lower(words, one.cue)
    if said <= classes("prepositions") - {"per"}:  # no word that attributes
        return True
    before = _before(words, one)
    silent = bool(said & classes("telling")) and bool((said | before) & classes("negations"))
    silent = silent or bool(before & {"neither", "nor"})  # "neither confirmed nor denied"
    silent = silent or (one.claimant is not None and words.text(one.claimant[0]).lower() in classes("nobody"))
    asked = bool(said & classes("asking")) or (content[0].lower == "whether" and not said & classes("doubting"))
    topic = bool(said & classes("airing")) and not any(map(is_verb, content))
    heard = bool(said & classes("receiving")) and _is_message([each.lower for each in content if each.is_word])
    return silent or asked or topic or heard or bool(said & classes("ordering"))


def _is_message(content: list[str]) -> bool:
    """Whether the words are "this", or name a message at their beginning: "the reports", "a briefing on the city"."""
    whole = len(content) == 1 and content[0] in classes("alone")
    return whole or not classes("messages").isdisjoint(content[:NAMED])


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
    named = one.cue is None or bool(_lower(words, one.cue) & classes("naming"))
    ends = inner.rstrip(" ,").endswith((".", "!", "?", "…"))
    return named and len(said) <= TERM and len(one.contents) == 1 and not ends and not any(map(is_verb, said))


def _lower(words: Words, run: Range) -> set[str]:
    return {token.lower for token in tokens(words.layout.text, *words.place(run))} if run[0] < run[1] else set()


def _sentence_start(words: Words, run: Range) -> int:
    return words.sentences[words.sentence(run[0])][0]
