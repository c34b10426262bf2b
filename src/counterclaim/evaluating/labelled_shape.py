"""The shape of the labels of a report as `ID.json` holds them: what stands where, and of which type."""

import re

from counterclaim.evaluating.shape import (
    DECIMAL,
    NOTHING,
    NUMBER,
    TEXT,
    TRUTH,
    Each,
    Either,
    Keys,
    Like,
    Named,
    Shape,
    maybe,
)

Shapes = dict[str, Shape]
ID = Like(
    re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}"),
    "a plain name: letters a to z, digits, - _ ., at most 100, no dot first",  # it is to be the name of two files
)
LABEL = Like(re.compile(r"t[0-9]{1,9}"), "a label t1, t2 …")
REMARKS = ("not_told", "loaded", "senses")


def _all(shape: Shape, *names: str) -> Shapes:
    return dict.fromkeys(names, shape)


PLACED = _all(NUMBER, "start", "end")
SPAN = Keys(PLACED | {"text": TEXT})
REMARK = Keys(PLACED | _all(TEXT, "text", "value"))
SOURCE = Keys({"as": TEXT, "name": maybe(TEXT)}, PLACED | _all(TEXT, "written", "class", "role", "actor", "party"))
DATED = Keys({"written": TEXT, "edtf": maybe(TEXT), "basis": TEXT}, PLACED)
STANCE = Keys({"polarity": TEXT, "certainty": TEXT, "cues": Each(SPAN)})
BOUNDS = _all(maybe(NUMBER), "low", "high")
QUANTITY = Keys(BOUNDS | _all(maybe(TEXT), "metric", "who") | {"written": TEXT, "vague": TRUTH}, PLACED)

CANDIDATE = Keys({"id": TEXT, "name": TEXT, "reasons": Each(TEXT)})
OF_PLACE = (
    _all(TEXT, "written", "state")
    | _all(Each(TEXT), "within", "reasons")
    | _all(maybe(TEXT), "id", "name", "part", "precision")
    | _all(maybe(Either((NUMBER, DECIMAL))), "lat", "lon")
    | _all(Each(CANDIDATE), "alternatives")
)
PLACE = Keys(OF_PLACE | _all(maybe(NUMBER), "start", "end"))
MENTION = Keys(OF_PLACE | PLACED | _all(TEXT, "type"))

SAID_OF = _all(TEXT, "name", "actor", "party", "use", "inferred")
WORDS = Keys(PLACED | {"written": TEXT}, SAID_OF)
NO_WORDS = Keys({}, SAID_OF | _all(NOTHING, "start", "end"))
TELLING = Keys(
    {
        "label": LABEL,
        "quote": TEXT,
        "background": TRUTH,
        "sentence": SPAN,
        "content": Keys(SPAN.needed, {"parts": Each(SPAN)}),
        "cue": maybe(SPAN),
        "chain": Each(SOURCE, least=1),
        "addressee": maybe(WORDS),
        "stance": maybe(STANCE),
        "place": maybe(PLACE),
        "quantities": Each(QUANTITY),
        "slots": Named(Either((WORDS, NO_WORDS))),
        "loaded": Each(WORDS),
        "notes": Each(TEXT),
        **_all(maybe(TEXT), "kind", "voice", "cue_type", "knowledge", "answers"),
        **_all(maybe(DATED), "said", "when"),
    },
    {"places": Each(PLACE)},
)
LABELLED = Keys(
    {
        "id": ID,
        "sha256": TEXT,
        "tellings": Each(TELLING),
        "places": Each(MENTION),
        **_all(maybe(TEXT), "style", "by"),
        **_all(Each(REMARK), *REMARKS),
    }
)
