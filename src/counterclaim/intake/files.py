"""The files that a path stands for: itself, or those in a folder and in the folders within, sorted by name.

What begins with a dot in a folder is passed over. A link that leads out of the folder given is not followed, and that
is said: an unpacked archive must not lead us about the disk. Within the folder, a link to a file is read, and one to a
folder is passed over.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be read: `path` as shown, `place` to open it, `size` in bytes."""

    path: str
    place: Path
    size: int

    @property
    def location(self) -> str:
        """The full place, links resolved."""
        return shown(self.place.resolve())


def entries(given: str) -> Iterator[Entry | Issue]:
    """The files that `given` stands for, and an Issue for each that cannot be read. Lazy: a folder at a time."""
    root = Path(given)
    if not given:
        yield unreadable(FileNotFoundError(), given, given)
    elif _is_folder(root):
        yield from _within(root)
    else:
        yield _entry(root, shown(Path(root.name)))


def shown(path: Path) -> str:
    """`path` with slashes, in characters that can be written everywhere: stray bytes become `\\xff`."""
    return path.as_posix().encode(errors="surrogateescape").decode(errors="backslashreplace")


def unreadable(error: OSError | ValueError, path: str, location: str) -> Issue:
    """The Issue of a file that the system does not give us."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        fault = InputError("missing", "There is no such file.", "Look at the spelling, or where a link leads.")
    else:
        reason = (error.strerror or "unknown reason").lower()
        fault = InputError("unreadable", f"The system does not give it: {reason}.", "Look at its permissions.")
    return Issue.of(fault, path=path, location=location)


def _within(root: Path) -> Iterator[Entry | Issue]:
    stack = [root]
    while stack:
        place = stack.pop()
        path = shown(place.relative_to(root))
        linked = place != root and place.is_symlink()
        if linked and place.exists() and not place.resolve().is_relative_to(root.resolve()):
            yield _link(place, path)
        elif not _is_folder(place):
            yield _entry(place, path)
        elif linked:
            continue
        else:
            found = _children(place, path)
            if isinstance(found, Issue):
                yield found
            else:
                stack += found


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False


def _children(folder: Path, path: str) -> list[Path] | Issue:
    """The places in `folder`, the last by name first."""
    try:
        found = [place for place in folder.iterdir() if not place.name.startswith(".")]
    except OSError as error:
        return unreadable(error, path, shown(folder.absolute()))
    return sorted(found, key=lambda place: place.name, reverse=True)


def _link(place: Path, path: str) -> Issue:
    fault = InputError("link", "It is a link that leads out of its folder; those are not followed.", "Give its target.")
    return Issue.of(fault, path=path, location=shown(place.absolute()))


def _entry(place: Path, path: str) -> Entry | Issue:
    try:
        state = place.stat()
    except (OSError, ValueError) as error:
        return unreadable(error, path, shown(place.absolute()))
    if stat.S_ISREG(state.st_mode):
        return Entry(path, place, state.st_size)
    fault = InputError("format", "It is no ordinary file.", "Give its bytes to `counterclaim read -`.")
    return Issue.of(fault, path=path, location=shown(place.absolute()))
