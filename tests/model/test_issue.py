import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError, CounterclaimError, InputError, LedgerBusyError
from counterclaim.model.issue import Issue

issues = st.builds(Issue, st.text(), st.text(), st.text(), st.text(), st.text())


@given(issues)
def test_an_issue_round_trips_with_its_id(issue: Issue) -> None:
    value = json.loads(json.dumps(issue.as_json()))
    assert Issue.from_json(value) == issue
    assert Issue.from_json(value).id == value["id"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("too_large", "Too large.", "Split it."), "too_large"),
        (BadValueError("No date.", "Write one."), "badvalue"),
        (LedgerBusyError("Busy."), "ledgerbusy"),
    ],
)
def test_an_issue_keeps_the_kind_of_fault_and_the_remedy(error: CounterclaimError, code: str) -> None:
    issue = Issue.of(error, path="a.txt", location="/x/a.txt")
    assert (issue.code, issue.message, issue.remedy) == (code, error.message, error.remedy)
    assert (issue.path, issue.location) == ("a.txt", "/x/a.txt")


def test_without_a_location_the_path_is_the_place() -> None:
    assert Issue.of(BadValueError("No date."), path="a.txt").location == "a.txt"


def test_the_same_fault_at_the_same_place_is_one_issue() -> None:
    issue = Issue("empty", "a.txt", "Nothing in it.", "Give text.", "/x/a.txt")
    assert replace(issue, path="x/a.txt", remedy="other").id == issue.id
    assert replace(issue, location="/y/a.txt").id != issue.id
    assert replace(issue, code="other").id != issue.id


def test_a_name_that_is_not_unicode_still_has_an_id() -> None:
    assert Issue("empty", "\udcff", "Nothing in it.", "", "\udcff").id.startswith("i_")


def test_it_prints_as_a_sentence_for_the_person_at_the_keyboard() -> None:
    assert str(Issue("empty", "a.txt", "Nothing in it.", "Give text.")) == "a.txt: Nothing in it. Give text."
    assert str(Issue("empty", "a.txt", "Nothing in it.", "")) == "a.txt: Nothing in it."
