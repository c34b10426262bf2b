"""The patterns of attribution within one sentence, over its tokens."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.reading.citations import according, nobody, noun, passive, relay
from counterclaim.reading.contents import addressee, past_adjunct, reach
from counterclaim.reading.cues import Sighting, sightings
from counterclaim.reading.found import Found, is_long
from counterclaim.reading.names import Range
from counterclaim.reading.nouns import agrees, ends_in_comma, has_verb, head, is_agent, is_verb
from counterclaim.reading.phrases import phrase_after
from counterclaim.reading.stops import relative_stop, stop
from counterclaim.reading.subjects import before_verb, initial_subject, subject
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words

LONGEST = 600  # tokens; more without a stop is no sentence
CONTRASTS = ("but", "while", "whereas", "yet")
NOBODY = frozenset(("no", "neither", "none", "nobody"))


def attributions(tokens: Sequence[Token]) -> list[Found]:
    """The attributions of one sentence, the outermost only, in the order of their cues."""
    if len(tokens) > LONGEST:
        return []
    found: list[Found] = []
    for seen in sightings(tokens):
        if any(other.holds(seen.start) for other in found):
            continue
        one = _attribution(tokens, seen, found)
        said_by = head(tokens[slice(*one.source)]).lower if one and one.source else ""
        if "document" in seen.cue.takes and said_by not in words("documents"):
            continue
        if one is not None and one.parts and all(start < end for start, end in one.parts):
            found = _added(found, one)
    cited = relay(tokens)
    return [replace(one, relays=(*one.relays, cited)) if cited else one for one in found]


def _added(found: list[Found], one: Found) -> list[Found]:
    """`found` and `one`; where `one` reports what another already said, its source is that one's relay."""
    outer = next((other for other in found if not other.is_before and other.covers(one.cue[0])), None)
    if outer is not None:
        first = one.source is not None and outer.source is not None and one.source[0] == outer.parts[0][0]
        relayed = replace(one, relays=(outer.source, *one.relays)) if first and outer.source else outer
        return [relayed if other is outer else other for other in found]
    inner = [other for other in found if one.covers(other.cue[0])]
    if not inner or one.source is None:
        return found if any(other.parts == one.parts for other in found) else [*found, one]
    return [replace(other, relays=(one.source, *other.relays)) if other in inner else other for other in found]


def _attribution(tokens: Sequence[Token], seen: Sighting, found: Sequence[Found]) -> Found | None:
    """What the cue `seen` attributes, by the first pattern that fits."""
    takes = seen.cue.takes
    if "before" in takes:
        return according(tokens, seen)
    if "passive" in takes:
        return passive(tokens, seen)
    if "noun" in takes:
        return noun(tokens, seen)
    if "nobody" in takes:
        return nobody(tokens, seen)
    if seen.participle:
        return _participle(tokens, seen, found)
    spoken = _conjoined(tokens, seen, found) if _is_conjoined(tokens, seen, found) else _spoken(tokens, seen)
    return _inverted(tokens, seen) or spoken


def _spoken(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`X said CONTENT`, `CONTENT, X said` and `CON-, X said, -TENT`."""
    source = subject(tokens, seen.start)
    if source is None or (seen.cue.agents and not is_agent(tokens[slice(*source)])):
        return None
    if tokens[source[0]].lower in NOBODY or not agrees(tokens[slice(*source)], tokens[seen.start], plural=seen.plural):
        return None
    ahead = _left(tokens, source[0], seen)
    right = reach(tokens, seen)
    fronted = ahead and tokens[ahead[0]].lower in words("prepositions")
    if ahead and not fronted and right and right.manner != "quote" and _is_closed(tokens, source[0]):
        right = None
    to = addressee(tokens, seen)
    at = to[1] if to else seen.end
    comma = at < len(tokens) and tokens[at].lower == ","
    if ahead and (right is None or comma) and (at >= len(tokens) or not is_verb(tokens[at])):
        parts = (ahead, *_rest(tokens, seen, ahead))
        long = is_long(tokens, parts)
        return Found((seen.start, seen.end), parts, source, to, is_before=True) if long else None
    object_of = source[0] > 0 and tokens[source[0] - 1].lower in ("that", "which")
    if right is None or (object_of and _is_gap(tokens[right.begin])):
        return None
    end = stop(tokens, right.begin, right.manner)
    if _is_relative(tokens, seen.start):
        end = relative_stop(tokens, right.begin, end)
    return Found((seen.start, seen.end), ((right.begin, end),), source, to)


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation ends before `at` with the comma or mark that leads to "he said"."""
    if tokens[at - 1].lower == ",":
        return at > 1 and tokens[at - 2].sort is Sort.QUOTE
    return tokens[at - 1].sort is Sort.QUOTE and tokens[at - 1].text[-2:-1] in (",", "!", "?")


def _is_relative(tokens: Sequence[Token], cue: int) -> bool:
    """Whether the subject of the cue is "who"."""
    end = before_verb(tokens, cue)
    return end is not None and tokens[end - 1].lower in words("relatives")


def _is_gap(token: Token) -> bool:
    """Whether the content lacks its subject: "a hill that X says was lost", "a town that X claims to hold"."""
    return token.lower == "to" or is_verb(token)


def _left(tokens: Sequence[Token], end: int, seen: Sighting) -> Range | None:
    """The content before the subject that begins at `end`: a quotation, or a clause and a comma."""
    takes_clause = "clause" in seen.cue.takes and not seen.cue.agents
    if "quote" not in seen.cue.takes:
        return None
    while end > 0 and tokens[end - 1].lower in ("but", "and", "as"):
        end -= 1
    last = tokens[end - 1]
    if end == 0 or not (last.lower == "," or last.is_speech or ends_in_comma(last)):
        return None
    stop_at = end - 1 if tokens[end - 1].lower == "," else end
    start = max((at + 1 for at in range(stop_at) if tokens[at].lower == ";"), default=0)
    quote = any(token.sort is Sort.QUOTE for token in tokens[start:stop_at])
    return (start, stop_at) if stop_at > start and (quote or takes_clause) else None


def _rest(tokens: Sequence[Token], seen: Sighting, ahead: Range) -> tuple[Range, ...]:
    """The rest of an interrupted content: after the comma that closes ", he claimed,"."""
    commas = [at for at in range(seen.end, min(len(tokens), seen.end + 12)) if tokens[at].lower in (",", ":")]
    if not commas or commas[0] + 1 >= len(tokens):
        return ()
    begin = commas[0] + 1
    first = tokens[begin]
    if first.sort is Sort.QUOTE:
        return ((begin, stop(tokens, begin, "quote")),)
    apart = first.lower.endswith("ing") or first.lower in words("relatives") | words("contrasts") | {"according", "but"}
    whole = all(token.sort is Sort.QUOTE for token in tokens[slice(*ahead)])
    at_once = past_adjunct(tokens, seen.end) == commas[0]
    return () if apart or whole or not at_once else ((begin, stop(tokens, begin, "clause")),)


def _inverted(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`CONTENT, said X`."""
    if "quote" not in seen.cue.takes or seen.start == 0 or seen.end >= len(tokens):
        return None
    before = tokens[seen.start - 1]
    british = before.lower == "," and tokens[seen.start - 2].sort is Sort.QUOTE
    quoted = before.is_speech or ends_in_comma(before) or british
    if not (quoted or (before.lower == "," and seen.cue.name == "say")) or tokens[seen.end].lower in ("that", ","):
        return None
    ahead = _left(tokens, seen.start, seen)
    source = phrase_after(tokens, seen.end)
    if not ahead or not source or not (quoted or has_verb(tokens[slice(*ahead)])):
        return None
    if not quoted and subject(tokens, seen.start) is not None:
        return None
    rest = _rest(tokens, replace(seen, end=source[1]), ahead) if quoted else ()
    return Found((seen.start, seen.end), (ahead, *rest), source, is_before=True)


def _is_conjoined(tokens: Sequence[Token], seen: Sighting, found: Sequence[Found]) -> bool:
    """Whether the cue's subject stands before another cue: `X said A and added B`, `X, who said A, added B`."""
    end = before_verb(tokens, seen.start)
    if end is None or not found:
        return False
    last = tokens[end - 1]
    after_relative = (last.lower == "," or ends_in_comma(last)) and _is_relative(tokens, found[-1].cue[0])
    return last.lower in words("coordinates") or after_relative


def _conjoined(tokens: Sequence[Token], seen: Sighting, found: Sequence[Found]) -> Found | None:
    """What such a cue attributes: to the subject of the verb before, else of the cue before."""
    own = subject(tokens, seen.start)
    within = own is not None and found[-1].covers(own[0]) and tokens[own[0] - 1].lower not in CONTRASTS
    if own and (within or not agrees(tokens[slice(*own)], tokens[seen.start], plural=seen.plural)):
        return None
    return _same_source(tokens, seen, own or found[-1].source)


def _participle(tokens: Sequence[Token], seen: Sighting, found: Sequence[Found]) -> Found | None:
    """`…, adding that CONTENT`: the subject is that of the clause before; `with X warning of …` has its own."""
    if seen.start == 0:
        return None
    at = seen.start
    while at > 1 and tokens[at - 1].lower not in (",", "and") and tokens[at - 1].lower.endswith("ly"):
        at -= 1
    before = tokens[at - 1]
    if before.lower == "as":
        return _quoted(tokens, seen, at - 1)
    if before.lower in (",", "and") or before.sort is Sort.QUOTE or before.lower in words("documents"):
        return _same_source(tokens, seen, found[-1].source if found else initial_subject(tokens))
    own = subject(tokens, seen.start)
    if own is None or tokens[own[0] - 1].lower != "with":
        return None
    return _same_source(tokens, seen, own)


def _quoted(tokens: Sequence[Token], seen: Sighting, end: int) -> Found | None:
    """`X quoted Y as saying CONTENT`, `Y was quoted as saying CONTENT`."""
    at = next((at for at in range(end - 1, max(0, end - 15), -1) if tokens[at].lower in ("quoted", "cited")), None)
    if at is None:
        return None
    relay = subject(tokens, at) if at + 1 < end else None
    own = (at + 1, end) if at + 1 < end else subject(tokens, at - 1)
    one = _same_source(tokens, seen, own)
    return replace(one, cue=(at, at + 1), relays=(relay,) if relay else ()) if one else None


def _same_source(tokens: Sequence[Token], seen: Sighting, source: Range | None) -> Found | None:
    """What follows the cue, with a source that stands elsewhere in the sentence."""
    right = reach(tokens, seen)
    if right is None or source is None or source[1] > seen.start:
        return None
    content = right.begin, stop(tokens, right.begin, right.manner)
    return Found((seen.start, seen.end), (content,), source, right.addressee)
