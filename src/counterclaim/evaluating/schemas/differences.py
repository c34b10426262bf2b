"""What a value read from a file of labels is to look like: JSON Schemas, and where a value differs, in sentences.

The schemas lie beside this module, one YAML file each, and refer to nothing outside themselves. Where they want more
than a type, a `title` says what, in words that end a sentence: it.label is “5”, not a label t1, t2 ….
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import islice
from reprlib import Repr
from typing import Any

import yaml

from counterclaim.errors import BadValueError
from counterclaim.extensions import load

MOST = 5  # differences of one file that are told
SHOWN = 40  # code points of a value or a key that a sentence repeats
WORDS = {
    "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false", "null": "nothing",
    "array": "a list", "object": "keys with values",
}  # fmt: skip
SHORT = Repr()
VALIDATOR = "counterclaim.evaluating.schemas.validator:validator"  # late: what it imports takes 0.1 s
LOOK = "Look for a bracket that was never closed, and for a number that is none."


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema in the file `name`.yml."""
    text = (files("counterclaim.evaluating.schemas") / f"{name}.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def differences(value: Any, name: str, part: str | None = None, at: str = "it") -> list[str]:
    """Where `value`, called `at`, is not as the schema `name`, or a `part` of its `$defs`, wants it; MOST at most.

    Raises BadValueError where it is nested so deeply, or holds a number so long, that no sentence could show it.
    """
    found: dict[str, None] = {}
    try:
        for error in load(VALIDATOR)(name, part).iter_errors(value):
            found |= dict.fromkeys(islice(_sentences(error, at), MOST))
            if len(found) >= MOST:
                break
    except (RecursionError, ValueError) as error:  # of `repr`, in jsonschema's own messages
        raise BadValueError("It is nested too deeply, or a number in it is too long.", LOOK) from error
    return list(found)[:MOST]


def _sentences(error: Any, at: str) -> Iterator[str]:
    """Those of a `ValidationError`: one for each key that is missing or unknown, else one."""
    where = at + "".join(map(_step, error.absolute_path))
    value, of, asked = error.instance, error.schema, error.validator_value
    if error.validator == "required":
        yield from (f"{where} has no {key}" for key in asked if key not in value)
    elif error.validator == "additionalProperties":
        known = of.get("properties", {})
        yield from (f"{where}: there is no {_cut(str(key))}{_meant(key, known)}" for key in value if key not in known)
    else:
        yield f"{where} is {_shown(value)}, not {wanted(of)}"


def _meant(key: object, known: Iterable[str]) -> str:
    """The key that was likely meant."""
    near = get_close_matches(str(key)[:SHOWN], known, 1)
    return f" (is {near[0]} meant?)" if near else ""


def _step(step: str | int) -> str:
    """A place in a list, counted from 1, or a key."""
    return f"[{step + 1}]" if isinstance(step, int) else f".{_cut(str(step))}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    return f"“{_cut(value if isinstance(value, str) else SHORT.repr(value))}”"


def _cut(words: str) -> str:
    shown = words[:SHOWN].encode(errors="backslashreplace").decode()
    return shown + ("…" if len(words) > SHOWN else "")


def wanted(of: dict[str, Any]) -> str:
    """What a schema asks for, in a few words."""
    if "title" in of:
        return str(of["title"])
    if "enum" in of:
        return f"one of {', '.join(word for word in of['enum'] if word is not None)}"
    if of["type"] == "object" and "properties" in of:
        return f"{{{', '.join(of['properties'])}}}"
    types = of["type"] if isinstance(of["type"], list) else [of["type"]]
    return " or ".join(WORDS[name] for name in types)
