"""Words whose sense flips what a report says (mine, fire, shell …): the sense that the words around give, or none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.lang.data import either, rows
from counterclaim.model.remark import Remark
from counterclaim.model.span import Span

AMBIGUOUS = "ambiguous"
BESIDE, NEAR = 4, 12  # words on either side
SURE = 100  # more than all else together
STRONG = 3  # times the weight of a word that is only near
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word, and what speaks for it.

    `forms` are those it can have, `sure` those that have no other sense; `capital`: written as a name; `named`: behind
    a name, as in "the Dorn direction".
    """

    left: re.Pattern[str]
    right: re.Pattern[str]
    beside: re.Pattern[str]
    near: re.Pattern[str]
    forms: frozenset[str]
    sure: frozenset[str]
    capital: bool
    named: bool
    example: str


@dataclass(frozen=True, slots=True)
class Homograph:
    """A word with several senses."""

    word: str
    forms: re.Pattern[str]
    senses: Mapping[str, Sense]


@cache
def homographs(language: str = "en") -> tuple[Homograph, ...]:
    """The words of a language whose senses are told apart."""
    return tuple(
        Homograph(
            word,
            re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, row["forms"])) + r")(?![\w-])", re.IGNORECASE),
            {name: _sense(held) for name, held in row["senses"].items()},
        )
        for word, row in rows(language, "senses").items()
    )


def _sense(row: dict[str, object]) -> Sense:
    beside = [str(word) for word in _listed(row, "beside")]
    return Sense(
        left=_words([word[1:] for word in beside if word.startswith("^")], r"(?<!\w)(?:{})\Z"),
        right=_words([word[1:] for word in beside if word.startswith("$")], r"\A(?:{})(?!\w)"),
        beside=_words([word for word in beside if word[0] not in "^$"]),
        near=_words([str(word) for word in _listed(row, "near")]),
        forms=frozenset(map(str, _listed(row, "only"))),
        sure=frozenset(map(str, _listed(row, "sure"))),
        capital=bool(row.get("capital")),
        named=bool(row.get("named")),
        example=str(row["example"]),
    )


def _listed(row: dict[str, object], name: str) -> list[object]:
    found = row.get(name, [])
    return found if isinstance(found, list) else []


def _words(words: list[str], shape: str = r"(?<!\w)(?:{})(?!\w)") -> re.Pattern[str]:
    return re.compile(shape.format(either(words)) if words else r"(?!)")


def senses(text: str, language: str = "en") -> Iterator[Remark]:
    """Every such word of `text` in its order, with `word/sense`, or `word/ambiguous` where nothing decides."""
    found = [(match, word) for word in homographs(language) for match in word.forms.finditer(text)]
    for match, word in sorted(found, key=lambda pair: pair[0].start()):
        yield Remark(Span.of(text, *match.span()), f"{word.word}/{_chosen(text, match, word)}")


def _chosen(text: str, match: re.Match[str], word: Homograph) -> str:
    scored = {name: _score(text, match, sense) for name, sense in word.senses.items()}
    best = max(scored.values())
    names = [name for name, score in scored.items() if score == best]
    return names[0] if best > 0 and len(names) == 1 else AMBIGUOUS


def _score(text: str, match: re.Match[str], sense: Sense) -> int:
    """How much speaks for one sense; below zero where the form has another."""
    form = match.group().lower()
    if sense.forms and form not in sense.forms:
        return -1
    before = text[max(0, match.start() - 100) : match.start()]
    behind = text[match.end() : match.end() + 100]
    left, right = before.rstrip(), behind.lstrip()
    last = WORD.findall(before)[-NEAR:]
    first = WORD.findall(behind)[:NEAR]
    score = bool(sense.forms) * STRONG + (form in sense.sure) * SURE
    score += STRONG * bool(sense.left.search(left.lower())) + 2 * STRONG * bool(sense.right.match(right.lower()))
    score += STRONG * bool(sense.beside.search(" ".join((*last[-BESIDE:], *first[:BESIDE])).lower()))
    score += min(2, len(sense.near.findall(" ".join((*last, *first)).lower())))
    named = bool(last) and last[-1][0].isupper() and before.rstrip().endswith(last[-1])
    score += 2 * STRONG * (sense.named and named)
    score += 2 * STRONG * (sense.capital and match.group()[0].isupper() and named)
    return score


def dead_rows(language: str = "en") -> Iterator[str]:
    """Senses that their own example does not have."""
    for word in homographs(language):
        for name, sense in word.senses.items():
            if f"{word.word}/{name}" not in [remark.value for remark in senses(sense.example, language)]:
                yield f"{word.word}/{name}: {sense.example}"
