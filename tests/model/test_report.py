import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.report import Report, report_id, text_hash

REPORT = Report("r_0", "Words.", "a.txt", "/x/a.txt", outlet="Wire", paragraphs=((0, 6),), raw=b"Words.")

some = st.none() | st.text(max_size=5)
reports = st.builds(
    Report,
    id=st.text(),
    text=st.text(),
    path=st.text(),
    location=st.text(),
    format=st.sampled_from(["text", "html"]),
    outlet=some,
    url=some,
    address=some,
    published=some,
    title=some,
    language=some,
    theatre=st.text(),
    version=st.integers(1, 9),
    paragraphs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))).map(tuple),
    raw=st.binary(),
)


@given(reports)
def test_a_report_round_trips(report: Report) -> None:
    value = json.loads(json.dumps(report.as_json()))
    assert Report.from_json(value, raw=report.raw, version=report.version) == report


def test_the_bytes_and_the_version_are_not_in_its_json() -> None:
    assert not {"raw", "version"} & set(REPORT.as_json())


def test_the_public_head_names_the_report_without_its_text() -> None:
    head = REPORT.as_public_json()
    assert list(head) == ["id", "version", "path", "outlet", "url", "published", "language"]
    assert (head["id"], head["outlet"], head["url"]) == ("r_0", "Wire", None)


def test_the_bytes_do_not_show_in_a_listing() -> None:
    assert "raw" not in repr(REPORT)


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert text_hash("мир") == hashlib.sha256("мир".encode()).hexdigest()


@given(st.text(max_size=5), some, some, st.text(), st.text())
def test_the_id_hangs_on_the_location_only_where_nothing_else_is_known(
    text: str, outlet: str | None, address: str | None, here: str, there: str
) -> None:
    ours, theirs = (report_id(text, outlet=outlet, address=address, location=at) for at in (here, there))
    assert (ours == theirs) == (bool(outlet or address) or here == there)
    assert ours.startswith("r_")
    assert len(ours) == len("r_") + 16


def test_two_outlets_copies_are_two_reports_and_a_changed_word_is_another() -> None:
    ids = {report_id(text, outlet=who, address=None, location="x") for who in ("A", "B") for text in ("one", "two")}
    assert len(ids) == 4


def test_outlet_and_address_are_not_confused() -> None:
    one = report_id("w", outlet="A", address=None, location="x")
    assert one != report_id("w", outlet=None, address="A", location="x")
