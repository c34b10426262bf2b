"""Plain text, with or without front matter.

Newlines become `\\n` and front matter is taken off; nothing else is changed, so that offsets count code points of the
text as it was given.
"""

from counterclaim.intake.content import Content, stated
from counterclaim.intake.encoding import plain
from counterclaim.intake.front_matter import parted
from counterclaim.intake.inputs import Input


def content(given: Input) -> Content:
    """The text of `given` and what its front matter states. Raises InputError `binary` and `encoding`."""
    values, text, faults = parted(newlines(plain(given.raw)))
    return Content(text, stated(values), faults)


def newlines(text: str) -> str:
    """`text` with every `\\r\\n` and `\\r` as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
