"""What English words say of a name: the title before it, the apposition behind it, the body somebody is of."""

from counterclaim.masking.laid import QUOTES
from counterclaim.masking.phrases import (
    AND,
    ARTICLES,
    BEHIND,
    STOPS,
    head_of,
    in_custody,
    is_of_one,
    modifiers,
    names_role,
    of_head,
)
from counterclaim.masking.said import Context, Said
from counterclaim.masking.signs import around, called, held
from counterclaim.reading.nouns import is_verb

PAUSES = frozenset(",(–—-")
DEFINITE = ARTICLES | {"my", "our", "your", "another"}
WHO = frozenset(("who", "which", "whose", "that"))
LAST = frozenset((",", ".", ";", ")", "–", "—", "\n", "")) | QUOTES  # behind a name that is an apposition


def said(where: Context) -> Said:
    """All that is said of the name there; a word of the language is a name as a call sign alone."""
    if where.name.word:
        return called(where) | (_apposed(where) if where.laid.lower(where.name.last) in QUOTES else Said())
    found = _titled(where) | _listed(where) | _apposed(where) | _predicate(where)
    return found | _belonging(where) | held(where) | called(where) | around(where)


def _titled(where: Context) -> Said:
    """By the words straight before: "Governor …", "the press officer, Major …"."""
    laid = where.laid
    at = where.name.first - 1
    while at >= 0 and (laid.tokens[at].text in QUOTES or laid.is_stop_of_abbreviation(at)):
        at -= 1
    found = Said()
    while length := _rank(where, at):
        if not _is_vague(where, at):
            found |= Said(person=True, sure=True)
        at -= length
        while laid.is_stop_of_abbreviation(at):
            at -= 1
    if laid.lower(at) == "," and laid.lower(where.name.last) in LAST:
        return found | _before_comma(where, at - 1)
    return found | _role(where, at)


def _rank(where: Context, at: int) -> int:
    """How many words a rank has that ends there; it is no office, and the office may stand before it."""
    if at < 0 or where.lexicon["office_phrases"].ends(where.laid.tokens, at):
        return 0
    phrases, ranks = where.lexicon["rank_phrases"], where.lexicon["ranks"]
    return phrases.ends(where.laid.tokens, at) or ranks.ends(where.laid.tokens, at)


def _is_vague(where: Context, at: int) -> bool:
    """Whether the word may be an adjective of what follows: "a major Velmpress inquiry", "local Council"."""
    single = len(where.name.parts) == 1 and not where.laid.is_capital(at)
    return (single or where.name.thing) and where.laid.lower(at) in where.lexicon["adjectives"]


def _role(where: Context, at: int) -> Said:
    """What the noun phrase says that ends at `at`, straight before the name."""
    laid = where.laid
    if at < 0 or laid.owns(at) or not laid.tokens[at].is_word:
        return Said()
    taken = Said(custody=in_custody(where, at))
    if names_role(where, at):
        direct = of_head(where, at, where.name.first) | Said(person=True, sure=True)
        return taken if _is_vague(where, at) else taken | direct
    head = None if where.name.thing else head_of(where, at)
    return taken if head is None else taken | of_head(where, head, where.name.first)


def _before_comma(where: Context, at: int) -> Said:
    """By "the brigade’s commander, Bram Ketter,": the head of the phrase before the comma."""
    laid = where.laid
    if at < 0 or not laid.tokens[at].is_word:
        return Said()
    head = at if names_role(where, at) else head_of(where, at)
    if head is None:
        return Said()
    first = list(modifiers(where, head))[-1]
    definite = laid.lower(first) in DEFINITE or (first > 0 and laid.owns(first - 1))
    return of_head(where, head, at + 1) if definite else Said()


def _listed(where: Context) -> Said:
    """By the plural before a list: "Ministers Ilka Marn and Bram Ketter", of whom this is not the first."""
    laid = where.laid
    at = where.name.first - 1
    if laid.lower(at) not in AND | {","}:
        return Said()
    for one in range(at, max(0, at - BEHIND), -1):
        if laid.is_capital(one + 1) and names_role(where, one) and not is_of_one(where, one) and not laid.owns(one):
            return of_head(where, one, one + 1)
        if not (laid.is_capital(one) or laid.lower(one) in AND | {",", "."}):
            break
    return Said()


def _apposed(where: Context) -> Said:
    """By the words behind a comma: ", the governor of Karsk,", ", who heads the staff", ", 45, a miner"."""
    laid = where.laid
    quoted = laid.lower(where.name.last) in QUOTES and laid.lower(where.name.last + 1) in PAUSES
    at = where.name.last + quoted
    if laid.lower(at) not in PAUSES or not laid.lower(at) or laid.owns(where.name.last - 1):
        return Said()
    at += 1
    if length := _age(where, at):
        at += length
        return Said(person=True, sure=True) | _phrase(where, at + (laid.lower(at) in PAUSES))
    if laid.lower(at) == "who":
        return Said(person=True) | _clause(where, at + 1)
    found = _phrase(where, at)
    return found | Said(sure=quoted and found.private)  # “Wolf”, a gunner


def _age(where: Context, at: int) -> int:
    """How many words of somebody's age stand there: "45", "aged 45"; 0 where none do."""
    laid = where.laid
    if laid.lower(at) == "aged":
        return 2
    years = laid.lower(at).isdigit() and len(laid.lower(at)) < 3
    return int(years and laid.lower(at + 1) in STOPS and not laid.lower(at + 2).isdigit())


def _clause(where: Context, at: int) -> Said:
    """By a relative clause: "who heads the staff", "who is counselor to the head"."""
    laid, lexicon = where.laid, where.lexicon
    while laid.lower(at) in lexicon["being"]:
        at += 1
    if laid.lower(at) not in lexicon["heading"]:
        return _phrase(where, at)
    behind = [laid.lower(one) for one in range(at + 1, at + 7)]
    stop = next((one for one, word in enumerate(behind) if word in STOPS or not word), len(behind))
    small = any(word in lexicon["small_units"] for word in behind[:stop]) and "forces" not in behind
    return Said(office=not small and stop > 0)


def _predicate(where: Context) -> Said:
    """By "… is the governor of Karsk", "… was appointed governor"."""
    laid = where.laid
    at = start = where.name.last
    while laid.lower(at) in ("is", "was", "has", "had", "been"):
        at += 1
    taken = laid.lower(at) in where.lexicon["taking"]
    past = "was" in (laid.lower(one) for one in range(start, at))
    if at == start or (past and not taken):
        return Said()
    at += taken
    return _phrase(where, at + (laid.lower(at) == "as"))


def _phrase(where: Context, at: int) -> Said:
    """What an apposition says that begins at `at`; nothing where it turns out to be a clause."""
    laid, lexicon = where.laid, where.lexicon
    several = (laid.lower(at), laid.lower(at + 1)) == ("one", "of")
    found = Said()
    for head in _heads(where, at + 2 * several):
        role = names_role(where, head) and (several or is_of_one(where, head))
        if role and not laid.owns(head) and laid.lower(head) not in lexicon["honorifics"]:
            found |= of_head(where, head, len(laid.tokens)) | Said(custody=in_custody(where, head))
    return found


def _heads(where: Context, start: int) -> list[int]:
    """The words that the phrases are about which begin at `start`, joined by "and"; none where a verb follows."""
    laid, lexicon = where.laid, where.lexicon
    heads: list[int] = []
    last: int | None = None
    open_ = True  # still before the phrase's own preposition
    for at in range(start, min(len(laid.tokens), start + BEHIND)):
        token, word = laid.tokens[at], laid.lower(at)
        if token.text in STOPS or word in WHO:
            break
        participle = at == start and word.endswith("ing") and not lexicon.is_one(word)
        clause = participle or (at > start and open_ and word in ARTICLES)
        noun = open_ and laid.lower(start) in ARTICLES  # "the state attorney"
        held = word in lexicon["custody"] and (at == start or laid.lower(at - 1) in ARTICLES)  # "a captured mayor"
        if clause or (is_verb(token) and not held) or (word in lexicon["verbs"] and not (token.is_capital or noun)):
            return []
        if word in AND or (word in lexicon["prepositions"] and last is not None):
            heads += [last] if last is not None else []
            last, open_ = None, word in AND
        elif token.is_word and open_:
            last = at
    return heads + ([last] if last is not None else [])


def _belonging(where: Context) -> Said:
    """By the medium or institute that somebody is of: "TVA’s Lena Orsen", "Lena Orsen of the Calinth Institute"."""
    laid, name = where.laid, where.name
    if _is_of_trade(where):
        return Said()
    before = name.first - 1
    if laid.owns(before) and laid.is_capital(before):
        initials = len(laid.bare(before)) > 1 and laid.bare(before).isupper()
        return Said(office=initials or _speaks(where, before))
    at = name.last
    if laid.lower(at) not in ("of", "at", "with") or laid.owns(at - 1):
        return Said()
    at += 1 + (laid.lower(at + 1) == "the")
    words = []
    while laid.is_capital(at) or (laid.lower(at) in ("of", "for") and laid.is_capital(at + 1)):
        words.append(at)
        at += 1
    served = any(laid.word(one) in where.lexicon["served"] for one in (*words, at))
    return Said(office=not served and any(_speaks(where, one) for one in words))


def _is_of_trade(where: Context) -> bool:
    """Whether what stands before the name says a trade or a rank, which speak for no body: "student Oskar Venn"."""
    at = where.name.first - 1
    at -= where.laid.lower(at) == "."
    word = where.laid.word(at)
    return where.lexicon.are((word,), "trades", "ranks", "private") and word not in where.lexicon["functions"]


def _speaks(where: Context, at: int) -> bool:
    """Whether a word of a name is a medium's or an institute's, which speak in public."""
    return where.laid.word(at) in where.lexicon["institutes"] or where.world.is_outlet(where.laid.bare(at))
