from typing import Any

from counterclaim.views.side_by_side import Row, rows, slot

import traces

PLACE = {"written": "Dorn", "state": "resolved", "name": "Dorn", "within": ["Halm", "Vardia"]}


def told(number: int, **more: Any) -> dict[str, Any]:
    """A telling with all parts."""
    head: dict[str, Any] = {
        "voice": "attributed", "quote": "indirect", "cue": None, "addressee": None, "knowledge": None, "place": None,
        "stance": {"polarity": "affirms", "certainty": "asserted", "cues": []}, "when": None, "said": None,
        "quantities": [], "slots": {}, "loaded": [], "notes": [], "background": False,
    }  # fmt: skip
    return traces.line(number, "A", "2031-02-10", **head | more)


def row(name: str, one: dict[str, Any], other: dict[str, Any]) -> Row | None:
    return next((row for row in rows(one, other) if row.name == name), None)


def test_what_neither_says_is_left_out() -> None:
    assert [row.name for row in rows(told(1), told(2))] == ["claimant", "voice", "quote", "kind", "stance"]
    assert all(row.is_same for row in rows(told(1), told(2)))


def test_what_only_one_says_differs() -> None:
    found = row("place", told(1, place=PLACE), told(2))
    assert found == Row("place", ("Dorn (Dorn, Halm, Vardia)",), ())
    assert not found.is_same


def test_a_place_says_which_it_is_or_how_far_that_is_known() -> None:
    doubtful = PLACE | {"state": "ambiguous"}
    found = row("place", told(1, places=[PLACE, doubtful]), told(2, place=PLACE))
    assert found
    assert found.one == ("Dorn (Dorn, Halm, Vardia)", "Dorn (ambiguous)")


def test_stance_comes_with_the_words_that_show_it() -> None:
    hedged = {"polarity": "affirms", "certainty": "hedged", "cues": [{"text": "apparently"}]}
    found = row("stance", told(1), told(2, stance=hedged))
    assert found == Row("stance", ("affirms, asserted",), ("affirms, hedged", "“apparently”"))


def test_slots_of_a_kind_say_party_and_inference_and_keep_names_masked() -> None:
    holder = {"party": "vardia", "inferred": "party of the claimant"}
    masked = {"written": None, "name": None, "masked": True, "party": None}
    found = row("holder", told(1, slots={"holder": holder}), told(2, slots={"agent": masked}))
    assert found == Row("holder", ("vardia", "inferred: party of the claimant"), (), of_kind=True)
    assert list(slot(masked)) == ["name masked"]
    assert not list(slot(None))


def test_days_counts_and_words_are_said_once() -> None:
    one = told(
        1,
        when={"edtf": "2031-02-09", "written": "on Sunday"},
        said={"edtf": None, "written": "then"},
        quantities=[{"written": "dozens", "metric": "houses_lost"}],
        loaded=[{"written": "horde", "use": "adopted"}],
        notes=["year_assumed"],
        background=True,
        cue={"text": "said"},
        addressee={"name": "Ilse Marn", "written": None},
    )
    shown = {row.name: row.one for row in rows(one, told(2))}
    assert shown["when"] == ("2031-02-09 (on Sunday)",)
    assert shown["said"] == ("then",)
    assert shown["quantities"] == ("dozens (houses lost)",)
    assert shown["loaded"] == ("horde (adopted)",)
    assert shown["notes"] == ("year assumed", "background")
    assert shown["cue"] == ("said",)
    assert shown["addressee"] == ("Ilse Marn",)


def test_one_holder_inferred_from_two_things_is_the_same() -> None:
    one, other = ({"party": "vardia", "inferred": f"party of the {whose}"} for whose in ("claimant", "agent"))
    found = row("holder", told(1, slots={"holder": one}), told(2, slots={"holder": other}))
    assert found
    assert found.is_same
    teshar = row("holder", told(1, slots={"holder": one}), told(2, slots={"holder": one | {"party": "teshar"}}))
    assert teshar
    assert not teshar.is_same
