"""JSON Schemas beside this module, as validators: Draft 2020-12 with three stricter types."""

import math
import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, TypeChecker
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry

from counterclaim.evaluating.schemas.differences import schema

SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, written as an escape: no file can hold it


def _is_text(_: TypeChecker, value: Any) -> bool:
    """Text that a file can hold."""
    return isinstance(value, str) and not SURROGATE.search(value)


def _is_whole(_: TypeChecker, value: Any) -> bool:
    """An `int`: 1.0 counts no code points."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(checker: TypeChecker, value: Any) -> bool:
    """Neither NaN nor without end, which JSON cannot write."""
    return _is_whole(checker, value) or (isinstance(value, float) and math.isfinite(value))


Strict = extend(  # type: ignore[no-untyped-call]  # its stub has no types
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"string": _is_text, "integer": _is_whole, "number": _is_number}
    ),
)


@cache
def validator(name: str, part: str | None) -> Validator:
    """What checks values against a schema, or a `part` of its `$defs`; it fetches nothing."""
    whole: Validator = Strict(schema(name), registry=Registry())
    return whole if part is None else whole.evolve(schema=schema(name)["$defs"][part])
