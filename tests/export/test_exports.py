import csv
import io
import json

from counterclaim.export.exports import export, formats

from conftest import MakeReport, tell


def test_json_lines_are_the_public_shape(make_report: MakeReport) -> None:
    line = tell(make_report()).as_json()
    assert [json.loads(text) for text in export("jsonl")([line])] == [line]


def test_csv_has_a_row_for_each_telling(make_report: MakeReport) -> None:
    line = tell(make_report()).as_json()
    (row,) = csv.DictReader(io.StringIO("\n".join(export("csv")([line]))))
    wanted = {"id": line["id"], "outlet": "Belmar Post", "claimant_written": "The mayor of Belmar", "cue": "said"}
    assert {name: row[name] for name in wanted} == wanted
    assert row["content"] == line["content"]["text"]
    assert row["claimant"] == row["kind"] == ""


def test_csv_runs_no_formulas(make_report: MakeReport) -> None:
    report = make_report('Made-up text.\n=HYPERLINK("x") said the mayor', outlet="@Outlet")
    line = tell(report, '=HYPERLINK("x")', "the mayor").as_json()
    (row,) = csv.DictReader(io.StringIO("\n".join(export("csv")([line]))))
    assert row["content"] == '\'=HYPERLINK("x")'
    assert row["outlet"] == "'@Outlet"


def test_each_format_can_be_loaded() -> None:
    assert formats() == ["csv", "jsonl"]
    assert all(list(export(name)([])) is not None for name in formats())
