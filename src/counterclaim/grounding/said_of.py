"""What a report says of somebody beside the name: the title before it, the office behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from counterclaim.model.span import Span
from counterclaim.reading.nouns import is_verb
from counterclaim.reading.people import SIGNED
from counterclaim.reading.tokens import Token, tokens
from counterclaim.reading.words import words

BEFORE, AFTER = 9, 16  # words before and behind a name that are looked at
MENTIONS = 12  # of a name in a report
JOINING = ("of", "for", "in", "the")
SIGNS = re.compile(SIGNED.pattern.removesuffix("$"), re.IGNORECASE)
NAME = re.compile(r"([A-Z][\w-]+)(?!\s[A-Z])")
STOPS = ("\n", ". ", "! ", "? ", "; ")
LOOKED = 140  # code points before a name, and behind it


@dataclass(frozen=True)
class SaidOf:
    """The phrases that a report has beside a name, in text order, each as a span of the report."""

    text: str

    @cached_property
    def signed(self) -> frozenset[str]:
        """The names that are call signs: a single word behind "call sign"."""
        behind = (NAME.match(self.text, match.end()) for match in SIGNS.finditer(self.text))
        return frozenset(match[1] for match in behind if match)

    def phrases(self, name: str) -> Iterator[Span]:
        """What stands before and behind each mention of `name`, the name itself left out."""
        for start, end in islice(self._mentions(name), MENTIONS):
            yield from filter(None, (self._before(start), self._behind(end)))

    def _mentions(self, name: str) -> Iterator[tuple[int, int]]:
        """Where a name stands as words of its own."""
        start = self.text.find(name)
        while name and start >= 0:
            end = start + len(name)
            if not (self.text[start - 1 : start].isalnum() or self.text[end : end + 1].isalnum()):
                yield start, end
            start = self.text.find(name, end)

    def _before(self, place: int) -> Span | None:
        """The words of "the Karsk district governor" before a name, also with a comma between.

        Before a call sign all that the sentence says until then: "a gunner of the 62nd, identified by the call sign".
        """
        if SIGNED.search(self.text[max(0, place - LOOKED) : place].casefold()):
            begin = max(self.text.rfind(stop, 0, place) + 1 for stop in STOPS)
            return Span.of(self.text, max(begin, place - LOOKED), place)
        found = tokens(self.text, max(self.text.rfind("\n", 0, place) + 1, place - LOOKED), place)
        apart = bool(found) and found[-1].text == ","
        end = len(found) - apart
        at = end
        while at > max(0, end - BEFORE) and _is_title(found[at - 1]) and not _is_last(found[at - 1]):
            at -= 1
            if found[at].lower in words("articles"):
                break
        said = found[at:end]
        while said and said[0].lower in JOINING:
            said = said[1:]
        if said and said[-1].lower in JOINING and said[-1].lower not in words("articles"):
            return None  # "was out in Velm for Marn"
        if apart and not {token.lower for token in said} & words("persons"):
            return None
        return self._span(said)

    def _behind(self, place: int) -> Span | None:
        """The words of ", the governor of the Karsk district," and of "of Command East" behind a name."""
        line = self.text[place : place + LOOKED].partition("\n")[0]
        found = tokens(self.text, place, place + len(line))[: AFTER + 1]
        if not found or (found[0].lower not in (",", "(", "–", "—", "of", "from", "for")) or found[0].start > place + 3:
            return None
        said = list(found[1:])
        stop = next((at for at, token in enumerate(said) if _ends(token)), len(said))
        full = next((at + 1 for at, token in enumerate(said) if _is_last(token)), len(said))
        said = said[: min(stop, full)]
        if found[0].is_word:  # "of Command East", "from the Kite Battalion"
            first = next((one for one in said if one.lower not in words("articles")), None)
            return self._span(said) if first is not None and first.is_capital else None
        return None if found[0].text == "," and not _is_apposition(said) else self._span(said)

    def _span(self, said: Sequence[Token]) -> Span | None:
        if not said:
            return None
        last = said[-1]
        return Span.of(self.text, said[0].start, last.end - _is_last(last))


def _is_title(token: Token) -> bool:
    """Whether a word may belong to a title before a name."""
    small = words("breaks", "pronouns", "days", "joins", "relatives")
    if not token.is_word or is_verb(token) or token.lower in small:
        return False
    return token.lower not in words("prepositions") or token.lower in JOINING


def _ends(token: Token) -> bool:
    """Whether an apposition is over before the word."""
    mark = not token.is_word and token.text not in ("‘", "’", "“", "”", '"', "'", "(", "-")
    return mark or token.lower in words("relatives") or (is_verb(token) and not token.is_capital)


def _is_last(token: Token) -> bool:
    """Whether a sentence ends with the word: a full stop behind it, and no abbreviation."""
    plain = token.lower.rstrip(".")
    return token.text.endswith(".") and "." not in plain and len(plain) > 1 and plain not in _abbreviated()


@cache
def _abbreviated() -> frozenset[str]:
    """Titles that are written short: "gen", "col"."""
    return frozenset(pair.split()[0] for pair in words("abbreviated")) | {"mr", "mrs", "ms", "st"}


def _is_apposition(said: Sequence[Token]) -> bool:
    """Whether words behind a comma say who somebody is."""
    if not said:
        return False
    plain = {token.lower for token in said}
    return said[0].lower in words("articles") or not plain.isdisjoint(words("persons", "bodies"))
