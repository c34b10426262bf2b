"""The shape of a value that was read from a file: what is to stand where. Each difference is a sentence.

A shape is put together from the few below and looked at as a whole, so that what comes after it needs no checks of
its own: `Keys({"id": TEXT}, {"notes": Each(TEXT)})` is a mapping with an id that is text, and perhaps a list of notes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

SHOWN = 40  # code points of a value that a sentence repeats
SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, written as an escape: no file can hold it


class Shape(Protocol):
    """What a value is to be; `str` of it says that in a few words."""

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """Where `value`, which stands at `at`, is something else."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value of one type, which the words of `wanted` name."""

    of: type
    wanted: str

    def __str__(self) -> str:
        return self.wanted

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """One, where it is of another type, or text that cannot be written."""
        if not isinstance(value, self.of) or (isinstance(value, str) and SURROGATE.search(value)):
            yield _is_not(value, at, self)


TEXT, NUMBER, DECIMAL = Plain(str, "text"), Plain(int, "a whole number"), Plain(float, "a number")
TRUTH, NOTHING = Plain(bool, "true or false"), Plain(type(None), "nothing")


@dataclass(frozen=True, slots=True)
class Like:
    """Text that a pattern matches as a whole."""

    pattern: re.Pattern[str]
    wanted: str

    def __str__(self) -> str:
        return self.wanted

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """One, where the pattern does not match."""
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            yield _is_not(value, at, self)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"one of {', '.join(self.words)}"

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """One, where it is another word or none."""
        if value not in self.words:
            yield _is_not(value, at, self)


@dataclass(frozen=True, slots=True)
class Either:
    """A value of any of several shapes."""

    shapes: tuple[Shape, ...]

    def __str__(self) -> str:
        return " or ".join(map(str, self.shapes))

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """One, where it is of none of them."""
        if all(any(shape.differences(value, at)) for shape in self.shapes):
            yield _is_not(value, at, self)


def maybe(shape: Shape) -> Either:
    """`shape` or nothing."""
    return Either((NOTHING, shape))


@dataclass(frozen=True, slots=True)
class Each:
    """A list, each item of one shape, and of `least` items."""

    of: Shape
    least: int = 0

    def __str__(self) -> str:
        return f"a list of {self.of}"

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """Those of the items; one, where it is no list or too short."""
        if not isinstance(value, list) or len(value) < self.least:
            yield _is_not(value, at, self)
            return
        for number, item in enumerate(value, 1):
            yield from self.of.differences(item, f"{at}[{number}]")


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from any key to values of one shape."""

    of: Shape

    def __str__(self) -> str:
        return f"keys with {self.of}"

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """Those of the values; one, where it is no mapping."""
        if not isinstance(value, dict):
            yield _is_not(value, at, self)
            return
        for key, item in value.items():
            yield from self.of.differences(item, f"{at}.{key}")


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with the keys `needed`, and perhaps the `others`, which may be null; `only` these, or any besides."""

    needed: Mapping[str, Shape]
    others: Mapping[str, Shape] = field(default_factory=dict)
    only: bool = False

    def __str__(self) -> str:
        return f"{{{', '.join((*self.needed, *self.others))}}}"

    def differences(self, value: Any, at: str) -> Iterator[str]:
        """Keys that are missing or unknown, and those of the values; one, where it is no mapping."""
        if not isinstance(value, dict):
            yield _is_not(value, at, self)
            return
        yield from (f"{at} has no {key}" for key in self.needed if key not in value)
        shapes = {**self.needed, **{key: shape for key, shape in self.others.items() if value.get(key) is not None}}
        for key, shape in shapes.items():
            yield from shape.differences(value[key], f"{at}.{key}") if key in value else ()
        unknown = [key for key in value if self.only and key not in self.needed and key not in self.others]
        yield from (f"{at}: there is no {key}" for key in unknown)


def _is_not(value: Any, at: str, shape: Shape) -> str:
    shown = str(value).encode(errors="backslashreplace").decode()
    cut = shown[:SHOWN] + ("…" if len(shown) > SHOWN else "")
    return f"{at} is {'nothing' if value is None else f'“{cut}”'}, not {shape}"
