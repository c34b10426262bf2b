"""The name within a noun phrase, by capitals."""

import re
from collections.abc import Sequence

from counterclaim.reading.nouns import POSSESSIVE, head, office_end
from counterclaim.reading.peoples import is_land, lands, peoples
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

Range = tuple[int, int]  # tokens, `[start, end)`
PEOPLE = re.compile(r"(?:(?<!reut)ers|ors|ists|ians|[eai]nts|men|ives|ces|ees)\Z")  # "Doctors" may begin a sentence


def name(tokens: Sequence[Token]) -> Range | None:
    """The name within the phrase; None for a pronoun or a mere role."""
    commas = [at for at, token in enumerate(tokens) if token.lower in (",", "(")]
    head = _name_in(tokens, 0, commas[0] if commas else len(tokens))
    if head is not None or not commas:
        return head
    found = _name_in(tokens, commas[0] + 1, commas[1] if len(commas) > 1 else len(tokens))
    return found if found and tokens[commas[0] + 1].is_capital else None


def _name_in(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The first run of capitals in `[start, end)` that is no adjective, without its titles."""
    at = start
    while at < end:
        if tokens[at].is_capital and (is_land(tokens, at) or tokens[at].lower not in words("determiners", "pronouns")):
            stop = run_of_capitals(tokens, at, end)
            office = office_end(tokens, stop - 1, end)
            if office >= stop:
                at = office
                continue
            medium = _medium(tokens, at, stop) if stop < end and tokens[stop].lower in words("outlets") else None
            if medium is not None:
                return medium
            over = stop == end or tokens[stop].lower in words("prepositions", "relatives", "joins", "days")
            if over and not _is_joined(tokens, at, stop, end):
                return _untitled(tokens, at, stop)
            at = stop
        elif office_end(tokens, at, end) > at:
            at = office_end(tokens, at, end)
        elif tokens[at].lower in words("prepositions", "relatives"):
            return None
        else:
            at += 1
    return None


def _medium(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The name before "channel", "newspaper", without where it comes from: "the Karsk-based Vale Now TV channel".

    None for a mere platform or people: "a Telegram channel", "the Vardian newspaper".
    """
    while end - start > 1 and _is_origin(tokens[start]) and tokens[start + 1].lower not in words("media"):
        start += 1
    named = any(not _is_origin(token) and token.lower not in words("platforms") for token in tokens[start:end])
    return (start, end) if named else None


def _is_origin(token: Token) -> bool:
    return token.lower.endswith("-based") or bool(peoples((token.lower,)))


def _is_joined(tokens: Sequence[Token], start: int, stop: int, end: int) -> bool:
    """Whether what stands in `[start, stop)` is one of two adjectives: "US and Vardian officials"."""
    if stop >= end - 1 or tokens[stop].lower not in words("joins") or not tokens[stop + 1].is_capital:
        return False
    if stop > start + 1 or not peoples((tokens[start].lower,)):
        return False  # "Putin and Russian officials"
    about = head(tokens[stop + 1 : end])
    return not about.is_capital and about.lower in words("agents")


def run_of_capitals(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the run of capitals that begins at `start` ends; "of the" may link the parts of a body's name."""
    at = start
    body = False
    while at < end and tokens[at].is_capital:
        body = body or tokens[at].lower in words("bodies")
        at += 1
        if at < end and tokens[at].text.isdecimal() and tokens[at - 1].lower in words("numbered"):
            at += 1  # "Patrol 4"
        linked = at
        while linked < end and tokens[linked].lower in words("links"):
            linked += 1
        small = tokens[at].lower if at < end else ""
        if linked < end and tokens[linked].is_capital and (body or small not in ("of", "for", "the", "and")):
            at = linked
    return at


def _untitled(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The run without "Russian General" before it; None where nothing but a role is left."""
    start = uncredited(tokens, start, end)
    if start == end:
        return None
    is_body = tokens[end - 1].lower in words("bodies")
    for at in range(end - 2, start - 1, -1):
        owner = POSSESSIVE.sub("", tokens[at + 1].lower)
        if is_body and owner != tokens[at + 1].lower and owner in words("titles"):
            break  # "the Prosecutor General’s Office"
        if tokens[at].lower.rstrip(".").rpartition("-")[2] in words("titles") and tokens[at + 1].lower not in words(
            "bodies"
        ):
            start = at + 1 if tokens[at + 1].is_capital or tokens[at + 1].lower in words("particles") else start
            break
    if (
        end - start > 2
        and tokens[start].lower in lands()
        and not any(token.lower in words("bodies", "media") for token in tokens[start:end])
    ):
        start += 1  # "the minister of rivers of Norway Ilka Marn"
    owned = start + 1 < end and tokens[start].lower.endswith(("’s", "'s"))
    if owned and not any(token.lower in words("bodies") for token in tokens[start:end]):
        start += 1  # "Vardia’s Ilka Marn", but "Vardia’s General Staff"
    last = tokens[end - 1].lower.rstrip(".")
    if last in words("titles") or (end - start == 1 and (last in words("agents") or PEOPLE.search(last))):
        return None
    return start, end


def uncredited(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the run begins behind whom a picture is credited to: "Ukraine" of "Getty Images Ukraine"."""
    for at in range(end - 1, start - 1, -1):
        is_wire = tokens[at].lower in words("wires") and at + 1 < end and tokens[at + 1].lower in lands()
        if is_wire or tokens[at].lower in words("credits"):
            return at + 1
    return start
