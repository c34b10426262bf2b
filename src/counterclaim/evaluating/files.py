"""Files of labels as they are written: bytes, text, YAML and JSON. What cannot be read is one fault that says why.

In YAML every value is the words it is written in: a date stays the text it is, and `no` is a word.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.lang.data import QUICK

DEEPEST = 100  # levels of YAML
NULL = "tag:yaml.org,2002:null"
TOO_DEEP = "It is nested too deeply."
SHALLOW = "Labels lie in one another a few levels deep: look for a bracket that was never closed."


def octets(path: Path) -> bytes:
    """The bytes of a file. Raises BadValueError, which names it."""
    try:
        return path.read_bytes()
    except OSError as error:
        why = f"{path}: It cannot be read ({error.strerror or error})."
        raise BadValueError(why, "Look whether it is there, a file, and yours to read.") from error


def text(path: Path) -> str:
    """The text of a file in UTF-8, its line breaks as `\\n`. Raises BadValueError, which names it."""
    try:
        return octets(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise BadValueError(f"{path}: It is not UTF-8.", "Save it as UTF-8.") from error


def lines(path: Path) -> Iterator[tuple[Path, str]]:
    """The lines of a file that hold something, each with where it stands: `FILE:3`. Raises BadValueError."""
    for number, line in enumerate(text(path).split("\n"), 1):
        if line.strip():
            yield Path(f"{path}:{number}"), line


def named(path: Path, error: CounterclaimError) -> BadValueError:
    """`error` as a fault that names the file."""
    message = error.message if error.message.startswith(f"{path}: ") else f"{path}: {error.message}"
    return BadValueError(message, error.remedy)


def json_value(written: str) -> Any:
    """The value that JSON writes. Raises BadValueError where it is none, or has a key twice."""
    try:
        return json.loads(written, object_pairs_hook=_once)
    except ValueError as error:
        raise BadValueError(f"It is not JSON: {error}.", "Take the file as it was written.") from error
    except RecursionError as error:
        raise BadValueError(TOO_DEEP, SHALLOW) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key!r} stands twice")
        found[key] = value
    return found


def yaml_value(written: str) -> Any:
    """The mappings, lists and words that YAML writes; None for a plain `null`.

    Raises BadValueError where it is no YAML, is nested too deeply, has a key twice, or repeats a value by an anchor.
    """
    loader = yaml.SafeLoader if "\t" in written else QUICK  # which lets tabs stand where the other does not
    try:
        if _is_deep(written, loader):
            raise BadValueError(TOO_DEEP, SHALLOW)
        node = yaml.compose(written, Loader=loader)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        remedy = "Put odd words in quotes, and close what is opened."
        raise BadValueError(f"It is not YAML: {' '.join(str(error).split())}.", remedy) from error
    return None if node is None else _words(node, set())


def _is_deep(written: str, loader: Any) -> bool:
    """Whether YAML is nested so deeply that the quick loader, which counts no levels, might crash."""
    depth = 0
    for event in yaml.parse(written, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return True
    return False


def _words(node: yaml.Node, seen: set[int]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == NULL else node.value
    line = node.start_mark.line + 1
    if id(node) in seen:  # rings are made so, and values that grow without end
        raise BadValueError(f"Line {line} repeats a value by an anchor.", "Write the value out.")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_words(item, seen) for item in node.value]
    found: dict[str, Any] = {}
    for key, item in node.value:
        found[_new_key(key, found)] = _words(item, seen)
    return found


def _new_key(key: yaml.Node, found: dict[str, Any]) -> str:
    line = key.start_mark.line + 1
    if not isinstance(key, yaml.ScalarNode):
        raise BadValueError(f"A key in line {line} is no word.", "Write `key: value`.")
    if key.value in found:
        raise BadValueError(f"The key {key.value!r} stands twice, again in line {line}.", "Keep one of the two.")
    return str(key.value)
