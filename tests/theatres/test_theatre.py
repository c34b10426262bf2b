"""A theatre is read as it is written, and each kind of fault is found in one that is not sound."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from counterclaim.errors import TheatreError
from counterclaim.model.when import When
from counterclaim.theatres.fields import Row
from counterclaim.theatres.rows import Actor, Spelling, Term
from counterclaim.theatres.theatre import FILES, PACKAGE, faults, folder, load

SMALL = {
    "theatre.yml": """# MADE UP
name: tiny
title: A tiny war
made_up: true
notice: "[MADE UP] All of it."
period: 2030/..
parties:
  - {id: left, name: Leftland, opposes: [right], short: [L], demonym: [Left]}
  - {id: right, name: Rightland, opposes: [left], short: [R], demonym: [Right]}
languages:
  - {code: lt, name: Left, script: Latin, endings: [{case: genitive, ending: a, form: as, example: [Ala, Alas]}]}
  - {code: rt, name: Right, script: Cyrillic, endings: []}
""",
    "gazetteer.tsv": """# MADE UP
id|type|category|name|names|former|within|lat|lon|population|source|licence
r_left|area|country|Leftland|lt:Leftland||||||made up|CC0
r_ala|area|raion|Ala District|lt:Ala||r_left||||made up|CC0
p_ala|settlement|town|Ala|lt:Ala+rt:Ала|rt:Бала<2021-05-01|r_ala|-40.5|97.25|120|made up|CC0
p_new|settlement|village|New|lt:New||r_ala|||||
""",
    "aliases.tsv": "# MADE UP\nspelling|lang|id|note\nAlla|en|p_ala|press\n",
    "actors.yml": """# MADE UP
- {id: a_staff, name: Staff, type: body, party: left, spellings: {}, relay: false, source: made up, checked: true}
- id: a_unit
  name: Unit
  type: unit
  party: left
  spellings: {en: [First Unit], rt: [Юнит]}
  offices: [{role: guard, body: a_staff, since: 2029-03, until: 2030-01-02}]
  under: [{actor: a_staff, since: 2029, until: null}]
  relay: false
  source: made up
  checked: true
""",
    "outlets.yml": """# MADE UP
- {name: Paper, domains: [paper.example], party: none, owner: a_staff, relay: true, source: made up, checked: false}
""",
    "loaded.yml": """# MADE UP
- {word: horde, forms: [hordes], neutral: army, used_by: left, example: the hordes came}
""",
}


def written(parent: Path, **changed: str) -> Path:
    """The small theatre in a folder, tabs for bars; `changed` gives other texts by file, its dot an underscore."""
    path = parent / "tiny"
    path.mkdir()
    for name, text in SMALL.items():
        whole = changed.get(name.replace(".", "_"), text)
        cells = whole.replace("|", "\t").replace("+", "|") if name.endswith(".tsv") else whole
        (path / name).write_text(cells, "utf-8")
    return path


def test_dates_and_numbers_stay_as_written(tmp_path: Path) -> None:
    theatre = load(written(tmp_path))
    assert theatre.period == When.parse("2030/..")
    town = theatre.places[2]
    assert (town.lat, town.lon, town.population, town.within) == (-40.5, 97.25, 120, "r_ala")
    assert town.names == (Spelling("lt", "Ala"), Spelling("rt", "Ала"))
    assert [(name.text, str(name.until)) for name in town.former] == [("Бала", "2021-05-01")]
    assert (theatre.places[3].lat, theatre.places[3].population, theatre.places[3].source) == (None, None, None)
    unit = theatre.actors[1]
    assert unit.spellings == (Spelling("en", "First Unit"), Spelling("rt", "Юнит"))
    assert unit.offices[0].term == Term(When.parse("2029-03"), When.parse("2030-01-02"))
    assert unit.under[0].term == Term(When.parse("2029"), None)
    assert theatre.actors[0] == Actor("a_staff", "Staff", "body", "left", source="made up", checked=True)
    assert theatre.loaded[0].forms == ("hordes",)
    assert theatre.languages[0].endings[0].example == ("Ala", "Alas")


def test_regions_name_the_areas_they_consist_of(tmp_path: Path) -> None:
    whole = SMALL["theatre.yml"] + "regions: [{id: r_left, of: [r_ala]}]\n"
    assert load(written(tmp_path, theatre_yml=whole)).regions == {"r_left": ("r_ala",)}


@pytest.mark.parametrize(
    ("term", "day", "expected"),
    [
        (Term(), date(2030, 1, 1), True),
        (Term(When.parse("2030-03")), date(2030, 2, 28), False),
        (Term(When.parse("2030-03")), date(2030, 3, 1), True),
        (Term(None, When.parse("2030-03")), date(2030, 2, 28), True),
        (Term(None, When.parse("2030-03")), date(2030, 3, 1), False),
    ],
)
def test_a_term_has_its_first_day_and_not_its_last(term: Term, day: date, expected: bool) -> None:
    assert term.covers(day) is expected


FAULTY = [
    ("theatre.yml", "name: tiny", "name: other", "folder"),
    ("theatre.yml", "title: A tiny war", "heading: A tiny war", "There is no column 'heading'"),
    ("theatre.yml", "title: A tiny war", "", "'title' is empty"),
    ("theatre.yml", "made_up: true", "made_up: yes", "'made_up' is neither"),
    ("theatre.yml", 'notice: "[MADE UP] All of it."', "", "no notice"),
    ("theatre.yml", "[MADE UP] All of it", "All of it", "no notice"),
    ("theatre.yml", "2030/..", "2030-13", "date"),
    ("theatre.yml", "# MADE UP\n", "", "first line"),
    ("theatre.yml", "opposes: [right]", "opposes: [nobody]", "'left' opposes 'nobody'"),
    ("theatre.yml", "opposes: [right]", "opposes: [left]", "'left' opposes 'left'"),
    ("theatre.yml", "opposes: [right]", "opposes: right", "'opposes' is not a list"),
    ("theatre.yml", "id: right", "id: none", "none is called 'none'"),
    ("theatre.yml", "id: right", "id: right 1", "'id' is 'right 1'"),
    ("theatre.yml", "code: rt", "code: lt", "'lt' stands twice"),
    ("theatre.yml", "script: Cyrillic", "script: Runes", "'script' is 'Runes'"),
    ("theatre.yml", "Alas]", "Alar]", "ending does not make [Ala, Alar]"),
    ("theatre.yml", "form: as", "form: [as]", "'form' is not text"),
    ("gazetteer.tsv", "|licence", "|license", "'license'"),
    ("gazetteer.tsv", "id|type", "type|type", "'type' stands twice"),
    ("gazetteer.tsv", "|CC0\nr_ala", "|CC0|x\nr_ala", "13 cells"),
    ("gazetteer.tsv", "p_new|settlement", "p_ala|settlement", "'p_ala' stands on line 5 already"),
    ("gazetteer.tsv", "p_new|settlement|village", "p_new|spot|village", "'type' is 'spot'"),
    ("gazetteer.tsv", "p_new|settlement|village", "p_new|settlement|raion", "'category' is 'raion'"),
    ("gazetteer.tsv", "r_ala|||||\n", "r_gone|||||\n", "within 'r_gone'"),
    ("gazetteer.tsv", "r_ala|||||\n", "p_ala|||||\n", "within 'p_ala', which is no area"),
    ("gazetteer.tsv", "lt:Leftland||||||made up", "lt:Leftland||r_ala||||made up", "ring: r_"),
    ("gazetteer.tsv", "lt:Leftland||||||made up", "lt:Leftland||r_left||||made up", "ring: r_left → r_left"),
    ("gazetteer.tsv", "lt:Ala||r_left||||made up", "lt:Ala||r_left|1|2||made up", "has a point"),
    ("gazetteer.tsv", "-40.5|97.25", "-90.5|97.25", "'lat' is '-90.5'"),
    ("gazetteer.tsv", "-40.5|97.25", "-40.5|187", "'lon' is '187'"),
    ("gazetteer.tsv", "-40.5|97.25", "nan|97.25", "'lat' is 'nan'"),
    ("gazetteer.tsv", "-40.5|97.25", "|97.25", "half a point"),
    ("gazetteer.tsv", "|120|made up", "|120|", "no source or licence"),
    ("gazetteer.tsv", "|120|", "|about 100|", "'population' is 'about 100'"),
    ("gazetteer.tsv", "p_new|settlement", "z z+1|settlement", "'id' is 'z z|1'"),
    ("gazetteer.tsv", "p_new|settlement", "p_нью|settlement", "'id' is 'p_нью'"),
    (
        "gazetteer.tsv",
        "lt:Leftland||||||made up",
        "lt:Leftland||r_ala||||made up",
        "country 'r_left' is within the raion",
    ),
    ("gazetteer.tsv", "area|country", "area|hromada", "raion 'r_ala' is within the hromada 'r_left'"),
    ("gazetteer.tsv", "area|country", "area|direction", None),
    ("gazetteer.tsv", "town|Ala|", "town|Фоо|", "'Фоо' has letters that are not Latin: Ф о"),
    ("gazetteer.tsv", "lt:Ala+", "qq:Ala+", "'qq' is no language's code"),
    ("gazetteer.tsv", "rt:Бала", "qq:Бала", "'qq' is no language's code"),
    ("gazetteer.tsv", "lt:Ala+", "en:Ala+", None),
    ("gazetteer.tsv", "lt:Ala+", "en:Ала+", "not Latin"),
    ("gazetteer.tsv", "lt:Ala+", "Ala+", "'Ala' is no spelling"),
    ("gazetteer.tsv", "rt:Ала", "rt:Aла", "not Cyrillic: A"),
    ("gazetteer.tsv", "<2021-05-01", "", "has no date"),
    ("gazetteer.tsv", "<2021-05-01", "<2021-05-32", "2021-05-32"),
    ("gazetteer.tsv", "<2021-05-01", "<2020/2021", "is a span"),
    ("gazetteer.tsv", "<2021-05-01", "<XXXX-05-01", "has no year"),
    ("gazetteer.tsv", "# MADE UP\n", "# a list\n", "first line"),
    ("aliases.tsv", "|p_ala|", "|p_gone|", "has no 'p_gone'"),
    ("aliases.tsv", "Alla|en", "Alla|english", "'lang' is 'english'"),
    ("aliases.tsv", "Alla|en", "Alla|qq", "'qq' is no language's code"),
    ("aliases.tsv", "Alla|en", "Алла|en", "not Latin"),
    ("aliases.tsv", "Alla|en", "Alla|rt", "not Cyrillic"),
    ("aliases.tsv", "|press\n", "|press\nAlla|en|p_ala|again\n", "Alla / en / p_ala"),
    ("aliases.tsv", "spelling|lang|id|note\n", "spelling|lang|id\n", "'note' is missing"),
    ("actors.yml", "type: unit", "type: horse", "'type' is 'horse'"),
    ("actors.yml", "party: left\n", "party: middle\n", "no party 'middle'"),
    ("actors.yml", "body: a_staff", "body: a_gone", "no actor 'a_gone'"),
    ("actors.yml", "{actor: a_staff", "{actor: a_gone", "no actor 'a_gone'"),
    ("actors.yml", "{actor: a_staff", "{actor: a_unit", "ring: a_unit → a_unit"),
    ("actors.yml", "until: 2030-01-02", "until: 2029-03-01", "not before"),
    ("actors.yml", "since: 2029,", "since: last year,", "is not a date"),
    ("actors.yml", "role: guard", "rank: guard, role: guard", "no column 'rank'"),
    ("actors.yml", "- id: a_unit", "- id: a_staff", "'a_staff' stands on line 2 already"),
    ("actors.yml", "  name: Unit\n", "  name: Unit\n  name: Unity\n", "'name' stands twice"),
    ("actors.yml", "name: Staff", "name: [Staff]", "'name' is not text"),
    ("actors.yml", "spellings: {}", "spellings: [Staff]", "'spellings' has no languages"),
    ("actors.yml", "{en: [First Unit]", "{English: [First Unit]", "'English' is no language's code"),
    ("actors.yml", "{en: [First Unit]", "{qq: [First Unit]", "'qq' is no language's code"),
    ("actors.yml", "- id: a_unit", "- id: a unit", "'id' is 'a unit'"),
    ("actors.yml", "source: made up, checked: true", 'source: ".", checked: true', "source '.' is no address"),
    ("actors.yml", "source: made up, checked: true", "source: http://staff, checked: true", "is no address"),
    ("actors.yml", "source: made up, checked: true", "source: a book, checked: false", None),
    ("actors.yml", "source: made up, checked: true", 'source: "https://staff.example/a?b=1", checked: true', None),
    ("actors.yml", "under: [{", "under: &x [{", None),
    ("actors.yml", "[First Unit], rt: [Юнит]", "&x [First Unit], rt: *x", "repeats a value"),
    ("actors.yml", "offices: [{role", "offices: [role, {role", "'offices' is not a list of rows"),
    ("actors.yml", "  type: unit\n", "\ttype: unit\n", "not YAML"),
    ("actors.yml", "- id: a_unit", "- word\n- id: a_unit", "It is not a row"),
    ("outlets.yml", "owner: a_staff", "owner: a_gone", "no actor 'a_gone'"),
    ("outlets.yml", "paper.example", "paper.test", "could be somebody's"),
    ("outlets.yml", "paper.example", "https://paper.example", "no domain"),
    ("outlets.yml", "[paper.example]", "[paper.example, paper.example]", "'paper.example' stands on line 2"),
    ("outlets.yml", "owner: a_staff", "owner: a_staff, language: klingon", "'klingon' is no language's code"),
    ("outlets.yml", "owner: a_staff", "owner: a_staff, language: en", None),
    ("outlets.yml", "owner: a_staff", "owner: a_staff, language: rt", None),
    ("outlets.yml", "made up, checked: false", "a book, checked: true", "source 'a book' is no address"),
    ("outlets.yml", "- {name", "{name", "not a list of rows"),
    ("loaded.yml", "used_by: left", "used_by: middle", "no party 'middle'"),
    ("loaded.yml", "the hordes came", "they came", "example of 'horde'"),
    ("loaded.yml", "the hordes came", "the clubs of hordesmen came", "example of 'horde'"),
    ("loaded.yml", "the hordes came", "a (Horde) came", None),
    ("loaded.yml", "neutral: army", "neutral: Horde", "neutral of 'horde' is the word itself"),
    ("loaded.yml", "neutral: army", "neutral: hordes", "neutral of 'horde' is the word itself"),
    ("loaded.yml", "{word", "{[a, list]: x, word", "before a colon"),
    ("loaded.yml", "- {word", "- &x {word: y}\n- *x\n- {word", "repeats a value"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FAULTY)
def test_a_fault_is_named_with_its_file(tmp_path: Path, file: str, old: str, new: str, expected: str | None) -> None:
    assert old in SMALL[file]
    found = faults(written(tmp_path, **{file.replace(".", "_"): SMALL[file].replace(old, new, 1)}))
    if expected is None:
        assert found == []
    else:
        assert [fault for fault in found if fault.startswith(file) and expected in fault]


def test_a_fault_says_its_line_and_what_to_do(tmp_path: Path) -> None:
    table = SMALL["gazetteer.tsv"].replace("|120|", "|many|")
    assert faults(written(tmp_path, gazetteer_tsv=table)) == [
        "gazetteer.tsv, line 5: 'population' is 'many'. Write a whole number without separators."
    ]


def test_all_faults_are_found_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        gazetteer_tsv=SMALL["gazetteer.tsv"].replace("-40.5", "400").replace("r_ala|||||\n", "r_gone|||||\n"),
        actors_yml=SMALL["actors.yml"].replace("type: unit", "type: horse"),
        loaded_yml=SMALL["loaded.yml"].replace("left", "middle"),
    )
    files = [fault.split(",")[0] for fault in faults(path)]
    assert files == [*["gazetteer.tsv"] * 3, "actors.yml", "loaded.yml"]  # half a point follows from the bad lat
    with pytest.raises(TheatreError) as raised:
        load(path)
    assert raised.value.faults == tuple(faults(path))
    assert "theatre check" in raised.value.remedy


def test_many_faults_are_counted_not_listed(tmp_path: Path) -> None:
    rows = "".join(f"p_{number}|spot|village|New||||||||\n" for number in range(9))
    with pytest.raises(TheatreError, match=r"faults \(9\)\. .* And 4 more\.") as raised:
        load(written(tmp_path, gazetteer_tsv=SMALL["gazetteer.tsv"] + rows))
    assert len(raised.value.faults) == 9


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_a_fault(tmp_path: Path, file: str) -> None:
    path = written(tmp_path)
    (path / file).unlink()
    of_file = [fault for fault in faults(path) if fault.startswith(file)]
    assert of_file == [f"{file}: It cannot be read (No such file or directory). Add it; it may hold no rows."]


def test_an_empty_folder_lacks_each_file_once(tmp_path: Path) -> None:
    assert [fault.split(":")[0] for fault in faults(tmp_path)] == list(FILES)


def test_a_theatre_that_is_a_list_is_one_fault_of_its_file(tmp_path: Path) -> None:
    found = faults(written(tmp_path, theatre_yml="- name: tiny\n"))
    assert [fault.split(":")[1] for fault in found if fault.startswith("theatre.yml")] == [
        " It is not a row of names and values. Write name"
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf8_is_a_fault(tmp_path: Path, file: str) -> None:
    path = written(tmp_path)
    (path / file).write_bytes(b"# MADE UP\n\xff\xfe")
    assert [fault for fault in faults(path) if fault.startswith(f"{file}: It is not UTF-8")]


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".yml")])
@pytest.mark.parametrize("deep", ["- " + "[" * 5000, "- " + "{a: " * 5000, "- " * 5000 + "a"])
def test_a_file_that_is_nested_too_deeply_is_a_fault(tmp_path: Path, file: str, deep: str) -> None:
    path = written(tmp_path)
    (path / file).write_text(f"# MADE UP\n{deep}\n", "utf-8")
    assert [fault for fault in faults(path) if fault.startswith(f"{file}: It is nested too deeply")]


def test_a_name_before_a_colon_is_no_list_however_deep(tmp_path: Path) -> None:
    key = "[" * 300 + "]" * 300
    found = faults(written(tmp_path, loaded_yml=SMALL["loaded.yml"].replace("{word", f"{{? {key} : x, word")))
    assert found == ["loaded.yml, line 2: A list or a row stands before a colon. Write a name there."]


def test_a_table_may_hold_no_rows_and_windows_line_ends(tmp_path: Path) -> None:
    table = SMALL["aliases.tsv"].replace("Alla|en|p_ala|press\n", "").replace("\n", "\r\n")
    theatre = load(written(tmp_path, aliases_tsv=table, outlets_yml="# MADE UP\n", loaded_yml="# MADE UP\n"))
    assert (theatre.aliases, theatre.outlets, theatre.loaded) == ((), (), ())


def test_a_real_theatre_needs_no_notice(tmp_path: Path) -> None:
    head = SMALL["theatre.yml"].replace("made_up: true", "made_up: false").replace('notice: "[MADE UP] All of it."', "")
    outlets = SMALL["outlets.yml"].replace("paper.example", "paper.test")
    actors = SMALL["actors.yml"].replace("source: made up", "source: https://staff.test/who")
    changed = {"theatre_yml": head.replace("# MADE UP\n", ""), "outlets_yml": outlets}
    theatre = load(written(tmp_path, **changed, actors_yml=actors))
    assert (theatre.made_up, theatre.notice) == (False, None)


def test_nobody_checked_is_made_up_in_a_real_theatre(tmp_path: Path) -> None:
    head = SMALL["theatre.yml"].replace("made_up: true", "made_up: false")
    found = faults(written(tmp_path, theatre_yml=head))
    assert len(found) == 2
    assert all("actors.yml" in fault and "source 'made up' is no address" in fault for fault in found)


def test_two_rings_are_two_faults(tmp_path: Path) -> None:
    rings = "".join(f"r_{a}|area|region|X|||r_{b}|||||\n" for a, b in ("ab", "ba", "cd", "de", "ec"))
    found = faults(written(tmp_path, gazetteer_tsv=SMALL["gazetteer.tsv"] + rings))
    assert len([fault for fault in found if "goes round in a ring" in fault]) == 2
    assert len(found) == 2


def test_a_ring_is_told_from_the_inner_to_the_outer(tmp_path: Path) -> None:
    rings = "".join(f"r_{a}|area|region|X|||r_{b}|||||\n" for a, b in ("cd", "de", "ec"))
    [fault] = faults(written(tmp_path, gazetteer_tsv=SMALL["gazetteer.tsv"] + rings))
    steps = fault.split("ring: ")[1].split(".")[0].split(" → ")
    assert list(pairwise(steps)) in [
        [(f"r_{a}", f"r_{b}") for a, b in pairs]
        for pairs in (("cd", "de", "ec"), ("de", "ec", "cd"), ("ec", "cd", "de"))
    ]


def test_a_theatre_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    for reader in (load, faults, folder):
        with pytest.raises(TheatreError, match="There is no theatre") as raised:
            reader(tmp_path / "gone")
        assert "vardia" in raised.value.remedy


def test_a_name_is_the_package_and_a_path_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "vardia").mkdir()
    monkeypatch.chdir(tmp_path)
    assert folder("vardia") == PACKAGE / "vardia"
    assert folder("./vardia") == folder(Path("vardia")) == Path("vardia")


def test_the_files_are_yaml_to_others_too() -> None:
    for path in (PACKAGE / "vardia").glob("*.yml"):
        assert yaml.safe_load(path.read_text("utf-8"))


def test_a_row_outside_a_file_reads_as_well() -> None:
    row = Row("x", 1, {"since": "2030", "until": "2030-06"}, [])
    assert row.term() == Term(When.parse("2030"), When.parse("2030-06"))
    assert row.faults == []
