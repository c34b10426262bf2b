"""What Russian and Ukrainian words say of a name: the phrase before it, the apposition behind it, a call sign."""

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.masking.bending import ADJECTIVE, AGED
from counterclaim.masking.laid import QUOTES
from counterclaim.masking.said import Context, Said

PHRASE = 10  # words before a name in which its office may stand: "начальник пресс-службы штаба бригады майор …"
APPOSITION = 14
STOPS = frozenset(",;:.!?()–—\n…")
OPENING = frozenset("«“„‘")
PAUSES = frozenset(",(–—-")
YEARS = re.compile(r"(?:лет|год|года|рок|років|роки|рік)\b")
VERB = re.compile(
    r"(?:[аиеыуоіїя]л|[аиеыуоія]л[аои]|[аиеыуоія]лся|[аиеыуоія]л[аои]сь|[аяуе]ет|[аяуе]ется|[юя]т|[юя]тся"
    r"|[аияу]в|[аияув]ся|[аияуі]лася|[аияуі]лися|[аяує]є|[аяує]ється|[ую]ть|[ую]ться|ить|іть|ать|ять)\Z"
)


def said(where: Context) -> Said:
    """All that is said of the name there; a word of the language is a name as a call sign alone."""
    if where.name.word:
        return _called(where)
    return _titled(where) | _apposed(where) | _held(where) | _called(where) | _around(where)


def _titled(where: Context) -> Said:
    """By the noun phrase straight before: its first noun is its head. What stands in quotation marks is no name so."""
    before, behind = where.laid.lower(where.name.first - 1), where.laid.lower(where.name.last)
    if before in OPENING or (before in QUOTES and behind in QUOTES):
        return Said()
    phrase = _before(where, where.name.first)
    touching = bool(phrase) and _role(where, phrase[-1])
    return _unsure(where, _of_phrase(where, phrase)) if touching or len(where.name.parts) > 1 else Said()


def _unsure(where: Context, found: Said) -> Said:
    """A single word behind a role may be a place: "житель Дорна"; and a thing's name may stand there too."""
    return replace(found, sure=False) if len(where.name.parts) == 1 or where.name.thing else found


def _before(where: Context, end: int) -> list[int]:
    """The words of the phrase that ends before `end`, from its first noun on."""
    laid, lexicon = where.laid, where.lexicon
    found: list[int] = []
    for at in range(end - 1, max(-1, end - 1 - PHRASE), -1):
        token = laid.tokens[at]
        if token.text in QUOTES or laid.is_stop_of_abbreviation(at):
            continue
        small = token.lower in lexicon["small"] or token.lower in lexicon["speech"]
        if not token.is_word or small or is_verb(where, at):
            break
        found.insert(0, at)
    return found


def is_verb(where: Context, at: int) -> bool:
    """Whether a word in small letters is likely a finite verb."""
    token, lexicon = where.laid.tokens[at], where.lexicon
    if not token.text[:1].islower():
        return False
    if token.lower in lexicon["verbs"]:
        return True
    return (
        bool(VERB.search(token.lower)) and token.lower not in lexicon["not_verbs"] and not lexicon.is_role(token.lower)
    )


def _is_adjective(where: Context, at: int) -> bool:
    word = where.laid.word(at)
    capital = where.laid.tokens[at].text.isupper() and len(word) > 1
    known = where.lexicon.are((word,), "former", "custody", "lands") or where.world.is_people(word)
    return known or capital or bool(ADJECTIVE.search(word) or AGED.fullmatch(word))


def _role(where: Context, at: int) -> str:
    """The word there if it says what somebody is or was ("экс-мэр"), without that prefix; else nothing."""
    word = where.lexicon.role(where.laid.word(at))
    return word if where.lexicon.is_role(word) else ""


def _of_phrase(where: Context, phrase: Sequence[int]) -> Said:
    """What a noun phrase says of whoever stands behind it, or before it as an apposition."""
    lexicon, words = where.lexicon, [where.laid.word(at) for at in phrase]
    found = Said(
        custody=any(word in lexicon["custody"] for word in words[:3]),
        sure=any(AGED.fullmatch(word) for word in words),
    )
    head = _head(where, phrase)
    if head is None:
        return found
    if _role(where, head):
        return found | _of_head(where, head, phrase)
    last = _role(where, phrase[-1])
    return found | Said(person=bool(last), sure=bool(last), private=last in lexicon["private"])


def _head(where: Context, phrase: Sequence[int]) -> int | None:
    """The first noun, or a role further on that is no genitive: "(в) канале глава города", not "водитель главы"."""
    first = next((at for at in phrase if _role(where, at) or not _is_adjective(where, at)), None)
    while first is not None and _is_adjective(where, first) and first + 1 in phrase and _role(where, first + 1):
        first += 1  # "військовий комісар"
    if first is None or _role(where, first):
        return first
    return next((at for at in phrase if where.laid.word(at) in where.lexicon["nominatives"]), first)


def _of_head(where: Context, head: int, phrase: Sequence[int]) -> Said:
    """What the role at `head` says: an office, a function with its body, or none."""
    laid, lexicon, role = where.laid, where.lexicon, _role(where, head)
    before = [laid.word(at) for at in phrase if at < head]
    behind = [laid.word(at) for at in phrase if at > head]
    former = role != laid.word(head) or any(one in lexicon["former"] for one in before)
    small = any(one in lexicon["small_units"] for one in behind[:2])
    lesser = former or lexicon.are(behind[-1:], "private", "trades")
    if lexicon.are((role,), "offices", "generals"):
        bare = role in lexicon["of_units"] and not behind and not before
        office = not (small or lesser or bare)
        return Said(office=office, other=not office, private=small, person=True, sure=True)
    if role in lexicon["functions"]:
        office = not lesser and any(_is_body(where, at) for at in phrase)
        return Said(office=office, other=not office, person=True, sure=True)
    rank = role in lexicon["ranks"]
    return Said(other=not rank, private=role in lexicon["private"], person=True, sure=True)


def _is_body(where: Context, at: int) -> bool:
    """Whether a word is of the name of a body or medium: it has a capital, and is neither a people nor a place."""
    word = where.laid.bare(at)
    named = word[0].isupper() and at not in where.laid.opening and not where.lexicon.is_role(where.laid.word(at))
    return named and not where.world.is_people(word) and not where.world.is_place(word) and not ADJECTIVE.search(word)


def _apposed(where: Context) -> Said:
    """By the words behind a comma or dash: ", губернатор …", " — боец бригады", ", 45 лет"."""
    laid = where.laid
    at = where.name.last
    if laid.lower(at) not in PAUSES or not laid.lower(at):
        return Said()
    if laid.lower(at + 1).isdigit() and (YEARS.match(laid.lower(at + 2)) or laid.lower(at + 2) in PAUSES):
        return Said(person=True, sure=True)
    phrase: list[int] = []
    for one in range(at + 1, min(len(laid.tokens), at + 1 + APPOSITION)):
        token = laid.tokens[one]
        if token.text in STOPS:
            break
        if is_verb(where, one):
            return Said()
        if token.is_word:
            phrase.append(one)
    head = next((one for one in phrase if _role(where, one) or not _is_adjective(where, one)), None)
    return _unsure(where, _of_phrase(where, phrase) if head is not None and _role(where, head) else Said())


def _held(where: Context) -> Said:
    """Whether "попал в плен", ", который находится в плену" or the like follows."""
    laid = where.laid
    for at in range(where.name.last, min(len(laid.tokens), where.name.last + 6)):
        if laid.tokens[at].text in STOPS - {","}:
            break
        if where.lexicon["captured"].begins(laid.tokens, at):
            return Said(custody=True)
    return Said()


def _called(where: Context) -> Said:
    """Whether it is a call sign, or follows "по имени"."""
    laid, lexicon = where.laid, where.lexicon
    at = where.name.first - 1
    while at >= 0 and (laid.tokens[at].text in QUOTES or laid.lower(at) in (":", "—", "–", "-")):
        at -= 1
    if at < 0:
        return Said()
    if lexicon["call_signs"].ends(laid.tokens, at):
        return Said(private=True, person=True, sure=True)
    named = bool(lexicon["called"].ends(laid.tokens, at))
    return Said(person=named, sure=named)


def _around(where: Context) -> Said:
    """A known given name speaks for a person, unless a street is so called; quotation marks against."""
    laid, lexicon, name = where.laid, where.lexicon, where.name
    before = laid.lower(name.first - 1)
    at = name.first - 2 if before == "." else name.first - 1
    words = [laid.word(one) for one in range(name.first, name.last)]
    given = [word for word in words if word in lexicon["given"]]
    street = laid.lower(at) in lexicon["before_things"] or (before == "." and laid.lower(at) in ("им", "ім"))
    of_street = street and bool(given) and not any(word in lexicon["given_nominatives"] for word in words)
    known = bool(given) and (len(words) > 1 or given[0] not in lexicon["ambiguous"])
    quoted = before in QUOTES and laid.lower(name.last) in QUOTES
    person = known and not of_street and not quoted
    alone = person and len(words) == 1 and before not in lexicon["places_before"]
    return Said(person=person, sure=alone, thing=of_street or quoted)
