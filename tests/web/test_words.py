"""Words of the pages: each key that a page asks for has them, in the form asked for, and none are there for nobody."""

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from counterclaim.ledger.heard import STATES
from counterclaim.ledger.spread import WHY
from counterclaim.model.claim import Change
from counterclaim.model.place import PlaceState
from counterclaim.reading.loaded import Use
from counterclaim.views import side_by_side
from counterclaim.views.calendar import STEPS
from counterclaim.views.claim_rows import ECHOES
from counterclaim.views.outlet_table import SORTS
from counterclaim.web.marking import LETTERS
from counterclaim.web.pages.about import HELD
from counterclaim.web.pages.report import SLOTS
from counterclaim.web.pages.search import SECTIONS
from counterclaim.web.rendering import NAVIGATION
from counterclaim.web.words import Words, words

WEB = Path(str(files("counterclaim.web")))
CALL = re.compile(r"\b(tn?|text|counted|say)\(([^()]*)")
KEY = re.compile(r"""(?<![\w/])["']([a-z_]+\.\w+)["'](?! *~)""")
JOINED = re.compile(r"""["']([a-z_]+\.\w*)["'] ~ [\w.]+(?: ~ ["'](\w+)["'])?|f["']([a-z_]+\.\w*)\{""")
UNSETTLED = [state for state in PlaceState if state is not PlaceState.RESOLVED]
COUNTED = ("cites", "cited_by", "differs")
ENDS: dict[tuple[str, str], Iterable[str]] = {
    ("about.", ""): (*HELD, "read", "not_read", "at", "by", "action", "subject", "reason"),
    ("cards.", ""): (*SLOTS, "when", "said"),
    ("cards.basis_", ""): ("text", "published"),
    ("cards.range_", ""): ("one", "range", "least", "most", "none"),
    ("cards.state_", ""): PlaceState,
    ("cards.use_", ""): Use,
    ("claim.change_", ""): Change,
    ("claim.place_", ""): UNSETTLED,
    ("claim.row_", ""): [name for name, _ in side_by_side.PARTS],
    ("claim.side_", ""): "12",
    ("claim_line.", ""): ECHOES,
    ("frame.nav_", ""): NAVIGATION,
    ("map.", ""): ("no_point", "not_held"),
    ("map.nowhere_", ""): WHY,
    ("map.step_", ""): [step.name for step in STEPS],
    ("outlets.", ""): (*SORTS, "whom", "who", "in_reports", "change", "times",
                       "how_cites", "how_earliest", "how_differs", "how_roster"),
    ("outlets.", "_head"): COUNTED,
    ("outlets.", "_none"): COUNTED,
    ("outlets.behind_", ""): ("claims", "shared", "earliest", *COUNTED),
    ("reading.legend_", ""): LETTERS,
    ("report.", ""): ("word", "use", "neutral", "used_by", "sense", "place_type", "place_meant", "at"),
    ("report.words_", ""): ("loaded", "senses", "places"),
    ("reports.state_", ""): STATES,
    ("search.", ""): SECTIONS,
    ("search.more_", ""): SECTIONS,
    ("search.try_", ""): ("fewer", "begin", "phrase", "script"),
}  # fmt: skip
"""What is put between beginning and end of a key that a page puts together."""


def sources() -> list[str]:
    found = (path for end in ("*.html", "*.py") for path in sorted(WEB.rglob(end)))
    return [path.read_text(encoding="utf-8") for path in found]


def pages() -> set[str]:
    return {key.partition(".")[0] for key in words().values}


def asked() -> Iterator[str]:
    """Keys that stand whole in a template or a module."""
    for text in sources():
        yield from (key for key in KEY.findall(text) if key.partition(".")[0] in pages() and not key.endswith(".html"))


def put_together() -> set[tuple[str, str]]:
    found = {(one or whole, end) for text in sources() for one, end, whole in JOINED.findall(text)}
    return {(begin, end) for begin, end in found if begin.partition(".")[0] in pages()}


def test_every_key_that_a_page_asks_for_has_words() -> None:
    assert sorted(set(asked()) - set(words().values)) == []


def test_keys_that_are_put_together_are_known_here() -> None:
    assert put_together() == set(ENDS)


@pytest.mark.parametrize(("begin", "end"), ENDS)
def test_keys_that_are_put_together_have_words(begin: str, end: str) -> None:
    assert [part for part in ENDS[begin, end] if f"{begin}{part}{end}" not in words().values] == []


def test_no_words_are_kept_that_nobody_asks_for() -> None:
    wanted = {*asked(), *(f"{begin}{part}{end}" for (begin, end), parts in ENDS.items() for part in parts)}
    assert sorted(set(words().values) - wanted) == []


def test_words_with_forms_are_asked_for_with_a_number_and_no_others() -> None:
    forms = {key for key, value in words().values.items() if isinstance(value, dict)}
    found = [(call, key) for text in sources() for call, given in CALL.findall(text) for key in KEY.findall(given)]
    known = [(call, key) for call, key in found if key in words().values]
    assert len(known) > 400
    assert [(call, key) for call, key in known if (call in ("tn", "counted")) != (key in forms)] == []


def test_words_with_forms_have_both() -> None:
    forms = [(key, value) for key, value in words().values.items() if isinstance(value, dict)]
    assert [key for key, value in forms if set(value) != {"one", "other"}] == []


def test_counts_have_their_form() -> None:
    some = Words({"a.reports": {"one": "{n} report of {outlet}", "other": "{n} reports of {outlet}"}})
    assert some.counted("a.reports", 1, outlet="Anews") == "1 report of Anews"
    assert some.counted("a.reports", 2318, outlet="Anews") == "2,318 reports of Anews"
