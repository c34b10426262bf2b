import csv
import io
import json
from dataclasses import replace

from counterclaim.export.exports import export, formats
from counterclaim.model.quantity import Quantity

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


def test_csv_has_the_counts_of_a_telling_in_one_cell_each_and_no_numbers_where_they_are_vague(
    make_report: MakeReport,
) -> None:
    killed = Quantity("killed", "people", "at least 12 people", 12, None, per="day")
    wounded = Quantity("wounded", None, "dozens", 24, 99, vague=True)
    line = replace(tell(make_report()), quantities=(killed, wounded)).as_json()
    (row,) = csv.DictReader(io.StringIO("\n".join(export("csv")([line]))))
    counts = {name.removeprefix("count_"): cell for name, cell in row.items() if name.startswith("count_")}
    assert counts == {
        "metric": "killed; wounded", "who": "people; ", "low": "12; ", "high": "; ", "vague": "false; true",
        "per": "day; ", "written": "at least 12 people; dozens",
    }  # fmt: skip
    assert [(one["low"], one["high"]) for one in line["quantities"]] == [(12, None), (24, 99)]


def test_csv_has_no_counts_where_there_are_none(make_report: MakeReport) -> None:
    (row,) = csv.DictReader(io.StringIO("\n".join(export("csv")([tell(make_report()).as_json()]))))
    assert [cell for name, cell in row.items() if name.startswith("count_") and cell] == []
