"""English noun phrases: which word they are about, what stands before and behind it, what office that makes."""

from collections.abc import Iterator

from counterclaim.masking.laid import QUOTES
from counterclaim.masking.said import Context, Said
from counterclaim.reading.nouns import is_verb

BEFORE = 8  # words before a name, or before a head, that are looked at
BEHIND = 25  # words behind a name that are looked at
STOPS = frozenset(",;:.!?)(–—\n…") | QUOTES
OF = frozenset(("of", "for", "at", "to", "in", "with", "from"))
ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their"))
LINKS = ARTICLES | {"of", "for", "this", "that"}
AND = frozenset(("and", "or", "&"))


def role_at(where: Context, at: int) -> str:
    """The word there in small letters, without "ex-" and the like before a role."""
    return where.lexicon.role(where.laid.word(at))


def names_role(where: Context, at: int) -> bool:
    """Whether the word there says what somebody is, or some are: an office, a rank, a trade, a condition."""
    if not 0 <= at < len(where.laid.tokens):
        return False
    phrase = where.lexicon["office_phrases"].ends(where.laid.tokens, at)
    return bool(phrase) or where.lexicon.is_role(role_at(where, at))


def is_of_one(where: Context, at: int) -> bool:
    """Whether what the word there says is said of one person: no plural."""
    phrase = where.lexicon["office_phrases"].ends(where.laid.tokens, at)
    return bool(phrase) or where.lexicon.is_one(role_at(where, at))


def modifiers(where: Context, head: int) -> Iterator[int]:
    """The head of a noun phrase and the words before it, backwards: "commander", "platoon", "the"."""
    laid = where.laid
    for at in range(head, max(-1, head - BEFORE), -1):
        token, word = laid.tokens[at], laid.lower(at)
        if at < head:
            verb = is_verb(token) and word not in where.lexicon["custody"]
            other = word in where.lexicon["prepositions"] or word in AND
            if not token.is_word or laid.owns(at) or verb or other:
                return
        yield at
        if word in ARTICLES:
            return


def head_of(where: Context, at: int) -> int | None:
    """The role at the beginning of a phrase that ends at `at`: "Secretary" in "Secretary of State"."""
    laid = where.laid
    for one in range(at, max(-1, at - BEFORE), -1):
        if not laid.tokens[one].is_word or laid.owns(one) or laid.lower(one) in AND or is_verb(laid.tokens[one]):
            return None
        if laid.lower(one + 1) in ("of", "for") and names_role(where, one):
            of = (laid.lower(each) for each in range(one + 1, at + 1))
            return one if any(word not in LINKS and not word[:1].isdigit() for word in of) else None
    return None


def in_custody(where: Context, head: int) -> bool:
    """Whether the noun phrase with that head says that somebody is a prisoner, and not that he was one."""
    words = [where.laid.lower(at) for at in modifiers(where, head)]
    former = any(word in where.lexicon["former"] for word in words)
    return not former and any(word in where.lexicon["custody"] for word in words)


def of_head(where: Context, head: int, end: int) -> Said:
    """What the role at `head` says of whoever bears it: an office, a function with its body, or none.

    `end` is where its phrase ends at the latest.
    """
    lexicon, word, tokens = where.lexicon, role_at(where, head), where.laid.tokens
    rank = lexicon["rank_phrases"].ends(tokens, head) or lexicon.are((word,), "ranks", "honorifics")
    if rank and not lexicon["office_phrases"].ends(tokens, head):
        return Said(person=True)
    small, office = False, _is_office(where, head, end)
    if office is None:
        small, office = True, False
    private = small or lexicon.are(lexicon.singular(word), "private")
    return Said(office=office, other=not office, private=private, person=True)


def _is_office(where: Context, head: int, end: int) -> bool | None:
    """Whether the role at `head` is an office that is held; None where it is one over a handful of people."""
    lexicon, word = where.lexicon, role_at(where, head)
    before, behind = _before(where, head), [where.laid.lower(at) for at in _object(where, head, end)]
    ex = where.laid.word(head).startswith("ex-")
    held = not (ex or any(one in lexicon["former"] for one in before[:5]))
    words = lexicon.singular(word)
    if lexicon["office_phrases"].ends(where.laid.tokens, head) or lexicon.are(words, "offices", "generals"):
        small = any(one in lexicon["small_units"] for one in (*before[:1], *behind[-1:])) and "forces" not in behind
        bare = word in lexicon["of_units"] and not behind and all(one in ARTICLES for one in before)
        return None if small else held and not bare
    if word == "member":
        held = held and any(one in lexicon["seats"] for one in behind)
        return held or _names_body(where, head, end)
    return held and lexicon.are(words, "functions") and _names_body(where, head, end)


def _before(where: Context, head: int) -> list[str]:
    """The words before a head in its phrase, backwards, whose it is among them: "deputy", "brigade" ("brigade’s")."""
    laid = where.laid
    found = list(modifiers(where, head))
    owner = found[-1] - 1
    owned = [laid.word(owner)] if owner >= 0 and laid.owns(owner) and not laid.is_capital(owner) else []
    return [laid.lower(at) for at in found[1:]] + owned


def _object(where: Context, head: int, end: int) -> Iterator[int]:
    """The words behind the head's preposition: "(commander) of a tank crew" gives "a", "tank", "crew"."""
    laid = where.laid
    if laid.lower(head + 1) not in OF:
        return
    for at in range(head + 2, min(len(laid.tokens), head + 2 + BEFORE)):
        if not laid.tokens[at].is_word or laid.lower(at) in OF or at >= end > head:
            return
        yield at


def _names_body(where: Context, head: int, end: int) -> bool:
    """Whether a body or medium is named beside a function: "TVA reporter", "an analyst at the Calinth Institute"."""
    laid = where.laid
    last = min(len(laid.tokens), end if end > head else head + BEHIND, head + BEHIND)
    stop = next((at for at in range(head + 1, last) if laid.tokens[at].text in STOPS), last)
    there = laid.lower(head + 1) in ("from", "in", "to")
    return (
        any(_is_body(where, at) for at in list(modifiers(where, head))[1:])
        or any(_is_body(where, at, strict=there) for at in _object(where, head, end))
        or any(_is_body(where, at, strict=True) for at in range(head + 1, stop))
    )


def _is_body(where: Context, at: int, *, strict: bool = False) -> bool:
    """Whether the word is of a body's or medium's name; with `strict` a body's own word, or its initials, say so."""
    laid, word = where.laid, where.laid.bare(at)
    if not word[0].isupper() or where.world.is_people(word) or where.world.is_place(word):
        return False
    said = laid.word(at) in where.lexicon["bodies"] or (len(word) > 1 and word.isupper())
    return said or not (strict or names_role(where, at) or at in laid.opening)
