"""What stands around an English name: "was captured", a call sign, "Mr", "’s wife", an article, a noun."""

from counterclaim.masking.laid import QUOTES
from counterclaim.masking.phrases import AND, BEFORE, OF, names_role
from counterclaim.masking.said import Context, Said
from counterclaim.reading.nouns import is_verb

ASIDE = frozenset((":", ",", "is", "was", "of"))  # between "call sign" and what it is
SELF = frozenset((",", "is", "was", "who", "himself", "herself"))  # between a person and "called"
SINCE = OF | {"by", "on", "near", "during", "last"}  # behind "…, captured"
PASSIVE = frozenset(("is", "was", "are", "were", "be", "been", "being", "got", "remains", "remained", "stays"))
POINTING = frozenset(("the", "a", "an", "this", "these"))


def held(where: Context) -> Said:
    """Whether "was captured", ", who was taken prisoner," or "the abduction of" says that a prisoner is meant."""
    laid, lexicon = where.laid, where.lexicon
    first = where.name.first - 1
    while names_role(where, first) or laid.is_stop_of_abbreviation(first):
        first -= 1
    taken = laid.lower(first) in lexicon["capturing"]
    of = laid.lower(first) == "of" and laid.lower(first - 1) in lexicon["capture"]
    return Said(custody=taken or of or _is_held(where))


def _is_held(where: Context) -> bool:
    """Whether the verb behind the name says so: "was captured", but not "has captured Dorn"."""
    laid, lexicon = where.laid, where.lexicon
    at = where.name.last
    comma = laid.lower(at) == ","
    who = laid.lower(at + comma) == "who"
    start = at = at + comma + who
    while not (length := lexicon["captured"].begins(laid.tokens, at)) and laid.lower(at) in lexicon["being"]:
        at += 1
    if not length:
        return False
    if comma and not who:
        return laid.lower(at + length) in SINCE
    passive = any(laid.lower(one) in PASSIVE for one in range(start, at))
    return at > start and (passive or laid.lower(at) not in lexicon["capturing"])


def called(where: Context) -> Said:
    """Whether it is a call sign, or what a miner is named."""
    laid, lexicon = where.laid, where.lexicon
    at = where.name.first - 1
    while laid.lower(at) in QUOTES:
        at -= 1
    found = _named(where, at)
    while laid.lower(at) in QUOTES | ASIDE:
        at -= 1
    if at >= 0 and (lexicon["call_signs"].ends(laid.tokens, at) or _is_of_call_signs(where, at)):
        return Said(private=True, person=True, sure=True)
    return found


def _named(where: Context, at: int) -> Said:
    """Whether "known as", "who gave his name as" ends there, said of a person."""
    laid = where.laid
    length = where.lexicon["called"].ends(laid.tokens, at) if at >= 0 else 0
    before = at - length
    while laid.lower(before) in SELF:
        before -= 1
    sure = length > 2 or (length > 0 and names_role(where, before))
    return Said(person=sure or (length > 0 and laid.lower(at - 1) == "name"), sure=sure)


def _is_of_call_signs(where: Context, at: int) -> bool:
    """Whether "call signs" stands before a list of names that ends at `at`: "call signs Raven and Otter"."""
    laid = where.laid
    for one in range(at, max(-1, at - BEFORE), -1):
        if laid.lower(one).endswith("s") and where.lexicon["call_signs"].ends(laid.tokens, one):
            return True
        if not (laid.is_capital(one) or laid.lower(one) in AND | {","} or laid.tokens[one].text in QUOTES):
            return False
    return False


def around(where: Context) -> Said:
    """What speaks for a person ("Mr", "’s wife", a given name) or against ("the", quotation marks, a noun behind)."""
    laid, lexicon, name = where.laid, where.lexicon, where.name
    at = name.first - 1
    at -= laid.lower(at) == "."
    before, owns, alone = laid.lower(at), laid.owns(name.last - 1), len(name.parts) == 1
    honoured = before in lexicon["honorifics"] and laid.is_capital(at)
    kin = laid.lower(name.last) in lexicon["kin"]
    given = laid.word(name.first) in lexicon["given"]
    given = given and not (alone and laid.word(name.first) in lexicon["ambiguous"])
    located = not owns and (before in lexicon["places_before"] or (alone and before in OF - {"to", "with"}))
    quoted = before in QUOTES and laid.lower(name.last) in QUOTES
    noun = not (owns or kin) and _is_noun(where, name.last)
    return Said(
        person=honoured or kin or given,
        sure=honoured or (given and alone and not located) or (kin and not where.world.is_place(name.name)),
        thing=before in POINTING or quoted or noun or located,
    )


def _is_noun(where: Context, at: int) -> bool:
    """Whether a word in small letters there is surely a noun: no verb, small word or adverb, no plural or "lives"."""
    laid, lexicon = where.laid, where.lexicon
    word = laid.lower(at)
    if not word or not laid.tokens[at].text[0].islower():
        return False
    if lexicon.are((word,), "small", "verbs", "adverbs", "being") or is_verb(laid.tokens[at]):
        return False
    return word in lexicon["closers"] or not word.endswith(("s", "ly", "ing"))
