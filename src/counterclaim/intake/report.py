"""An input becomes a report."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from counterclaim.errors import InputError
from counterclaim.extensions import load
from counterclaim.intake.address import address, domain
from counterclaim.intake.content import Content
from counterclaim.intake.formats import formats
from counterclaim.intake.inputs import Input
from counterclaim.intake.paragraphs import paragraphs
from counterclaim.intake.published import iso
from counterclaim.lang.detect import language as detected
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report, report_id

THEATRE = "ukraine"
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]+)?")
NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(slots=True)
class _Stated:
    """What an input states, read a value at a time; what cannot be read is kept as a fault."""

    content: Content
    faults: list[InputError] = field(default_factory=list)

    def value(self, key: str, read: Callable[[str], str]) -> str | None:
        written = self.content.stated.get(key)
        try:
            return read(written) if written else None
        except InputError as fault:
            self.faults.append(fault)
            return None


def report(given: Input, *, theatre: str | None = None) -> tuple[Report, tuple[Issue, ...]]:
    """The report that `given` holds, and warnings about what it states and we cannot read.

    What a report states goes before `theatre`, which goes before the default. Raises InputError with the code
    `empty`, `binary`, `encoding`, `json`, `nested`, `no_article` or `format` where no report can be made.
    """
    content = _content(given)
    stated = _Stated(content)
    url = stated.value("url", _url)
    canonical = address(url) if url else None
    outlet = content.stated.get("outlet")
    made = Report(
        id=report_id(
            content.text,
            outlet=outlet or (domain(canonical) if canonical else None),
            address=canonical,
            location=given.location,
        ),
        text=content.text,
        path=given.path,
        location=given.location,
        format=given.format,
        outlet=outlet,
        url=url,
        address=canonical,
        published=stated.value("published", iso),
        title=content.stated.get("title"),
        language=stated.value("language", _language) or detected(content.text),
        theatre=stated.value("theatre", theatre_name) or theatre or THEATRE,
        paragraphs=paragraphs(content.text, by_line=content.line_is_paragraph),
        raw=given.raw,
    )
    faults = (*content.faults, *stated.faults)
    return made, tuple(Issue.of(fault, path=given.path, location=given.location) for fault in faults)


def _content(given: Input) -> Content:
    if given.format not in formats():
        raise InputError("format", "There is no such format.", f"The formats are {', '.join(sorted(formats()))}.")
    if not given.raw or given.raw.isspace():
        raise _empty()
    content: Content = load(formats()[given.format])(given)
    if not content.text or content.text.isspace():
        raise _empty()
    return content


def _empty() -> InputError:
    return InputError("empty", "The input has no words.", "Look whether it was saved in full.")


def _url(written: str) -> str:
    if address(written) is None:
        message = "The address stated is no address of a page; it was left out."
        raise InputError("address", message, "State it as `https://host/path`, without name and password.")
    return written


def _language(written: str) -> str:
    if match := LANGUAGE.fullmatch(written):
        return match[1].lower()
    message = "The language stated is no code of two letters; it was found by the words instead."
    raise InputError("language", message, "State it by ISO 639-1: `en`, `ru`, `uk`.")


def theatre_name(written: str) -> str:
    """A theatre's name as it is kept. Raises InputError `front_matter` where it is none."""
    if NAME.fullmatch(written.lower()):
        return written.lower()
    message = "The theatre stated is no name of one; it was left out."
    raise InputError("front_matter", message, f"State a name like `{THEATRE}`; it is no folder.")
