"""The files of a theatre as rows: tab-separated tables and YAML, every value as it is written.

YAML is read node by node, not loaded: so a date stays the text it is, `no` is a word, a line number is at hand, and a
key given twice is a fault.
"""

from pathlib import Path
from typing import Any

import yaml

from counterclaim.lang.data import QUICK
from counterclaim.theatres.fields import Fault, Row

NULL, TRUTH = "tag:yaml.org,2002:null", {"true": True, "false": False}


def text(path: Path, faults: list[Fault]) -> str | None:
    """The text of a file, None and a fault where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Fault(path.name, 0, "It is not UTF-8.", "Save it as UTF-8."))
    except OSError as error:
        why = f"It cannot be read ({error.strerror or error})."
        faults.append(Fault(path.name, 0, why, "Add it; it may hold no rows."))
    return None


def table(path: Path, columns: tuple[str, ...], faults: list[Fault]) -> list[Row]:
    """The rows of a tab-separated table; remarks (`#`) may stand before its header."""
    written = text(path, faults)
    if written is None:
        return []
    lines = list(enumerate(written.split("\n"), 1))
    body = [(number, line.rstrip("\r")) for number, line in lines if line.strip()]
    while body and body[0][1].startswith("#"):
        body.pop(0)
    if not body:
        faults.append(Fault(path.name, 0, "It has no header.", f"Begin it with {', '.join(columns)}, tabs between."))
        return []
    (line, first), rest = body[0], body[1:]
    header = [name.strip() for name in first.split("\t")]
    if not _is_header(path.name, line, header, columns, faults):
        return []
    found = [_cells(Row(path.name, number, {}, faults), header, row) for number, row in rest]
    return [row for row in found if row.values]


def _is_header(file: str, line: int, header: list[str], columns: tuple[str, ...], faults: list[Fault]) -> bool:
    twice = sorted({name for name in header if header.count(name) > 1})
    wrong = [f"There is no column {name!r}." for name in header if name not in columns]
    wrong += [f"The column {name!r} is missing." for name in columns if name not in header]
    wrong += [f"The column {name!r} stands twice." for name in twice]
    faults += [Fault(file, line, what, f"Use {', '.join(columns)}.") for what in wrong]
    return not twice


def _cells(row: Row, header: list[str], line: str) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(header):
        row.fault(f"It has {len(cells)} cells, its header {len(header)}.", "Put one tab between two cells.")
        return row
    known = dict(zip(header, cells, strict=True))
    row.values.update((name, cell or None) for name, cell in known.items())
    return row


def mapping(path: Path, faults: list[Fault]) -> Row:
    """A YAML file that is one row; where it is none, that is its one fault and the row is empty."""
    before = len(faults)
    node = _node(path, faults)
    if isinstance(node, yaml.MappingNode):
        return _row(path.name, node, faults, set())
    if len(faults) == before:
        faults.append(Fault(path.name, 0, "It is not a row of names and values.", "Write name: value, line by line."))
    return Row(path.name, 0, {}, [])


def sequence(path: Path, columns: tuple[str, ...], faults: list[Fault], *, trusted: bool = False) -> list[Row]:
    """The rows of a YAML file that is a list of them.

    `trusted` files are read quickly, by a library that does not bear every depth of nesting.
    """
    node = _node(path, faults, QUICK if trusted else yaml.SafeLoader)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        faults.append(Fault(path.name, 0, "It is not a list of rows.", "Begin each row with a dash."))
        return []
    seen: set[int] = set()
    rows = []
    for item in node.value:
        if isinstance(item, yaml.MappingNode):
            rows.append(_row(path.name, item, faults, seen))
            rows[-1].only(columns)
        else:
            line = item.start_mark.line + 1
            faults.append(Fault(path.name, line, "It is not a row.", f"Write - {{{', '.join(columns)}}}."))
    return rows


def _node(path: Path, faults: list[Fault], loader: Any = yaml.SafeLoader) -> yaml.Node | None:
    written = text(path, faults)
    try:
        return yaml.compose(written, Loader=loader) if written else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"It is not YAML: {getattr(error, 'problem', None) or error}."
        faults.append(Fault(path.name, mark.line + 1 if mark else 0, what, "Put odd words in quotes, align the rows."))
    except RecursionError:
        faults.append(Fault(path.name, 0, "It is nested too deeply.", "Write each row as its format has it."))
    return None


def _row(file: str, node: yaml.MappingNode, faults: list[Fault], seen: set[int]) -> Row:
    row = Row(file, node.start_mark.line + 1, {}, faults)
    row.values.update(_value(row, node, seen) or {})  # none where an anchor repeats the row
    return row


def _value(row: Row, node: yaml.Node, seen: set[int]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        plain = None if node.tag == NULL else node.value
        return plain if node.style else TRUTH.get(node.value, plain)
    if id(node) in seen:  # an anchor's second use: rings and bombs are made so
        row.fault("It repeats a value by an anchor.", "Write the value out.")
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(row, item, seen) for item in node.value]
    values: dict[str, Any] = {}
    for key, item in node.value:
        if not isinstance(key, yaml.ScalarNode):
            row.fault("A list or a row stands before a colon.", "Write a name there.")
            continue
        name = str(key.value)
        if name in values:
            row.fault(f"{name!r} stands twice.", "Keep one of the two.")
        values[name] = _value(row, item, seen)
    return values
