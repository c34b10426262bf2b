import os
import socket
from pathlib import Path

import pytest

from counterclaim.intake.files import Entry, entries, shown
from counterclaim.model.issue import Issue


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Made-up text.")


def paths(place: Path) -> list[str]:
    return [entry.path for entry in entries(str(place))]


def codes(place: Path) -> dict[str, str]:
    return {entry.path: entry.code for entry in entries(str(place)) if isinstance(entry, Issue)}


def test_a_file_is_itself(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (entry,) = entries(str(tmp_path / "a" / ".." / "a" / "b.txt"))
    assert isinstance(entry, Entry)
    assert (entry.path, entry.location, entry.size) == ("b.txt", (tmp_path / "a/b.txt").resolve().as_posix(), 13)


def test_a_folder_is_its_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.txt", ".hidden.txt", ".git/x.txt", "a/.y.txt")
    assert paths(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.txt"]


def test_a_hidden_file_that_is_given_is_read(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.txt")
    assert paths(tmp_path / ".hidden.txt") == [".hidden.txt"]


@pytest.mark.parametrize("given", ["", "no/such/file.txt", "a\0b", "x" * 5_000])
def test_what_is_not_there_is_an_issue(given: str) -> None:
    (issue,) = entries(given)
    assert isinstance(issue, Issue)
    assert issue.code in ("missing", "unreadable")
    assert issue.remedy


def test_links_are_followed_within_the_folder_but_never_out_of_it_or_in_rings(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "in", tmp_path / "out"
    put(folder, "a.txt", "sub/b.txt")
    put(elsewhere, "c.txt")
    (folder / "up").symlink_to(folder)
    (folder / "sub/up").symlink_to("..")
    (folder / "ring").symlink_to("ring")
    (folder / "gone").symlink_to("nowhere")
    (folder / "out").symlink_to(elsewhere)
    (folder / "linked.txt").symlink_to("sub/b.txt")
    (folder / "stray.txt").symlink_to(elsewhere / "c.txt")
    assert codes(folder) == {"gone": "missing", "out": "link", "ring": "unreadable", "stray.txt": "link"}
    files = {entry.path: entry.location for entry in entries(str(folder)) if isinstance(entry, Entry)}
    assert list(files) == ["a.txt", "linked.txt", "sub/b.txt"]
    assert files["linked.txt"] == files["sub/b.txt"]


def test_a_link_to_a_folder_that_is_given_is_followed(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert paths(tmp_path / "link") == ["a.txt"]


def test_pipes_and_sockets_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        assert codes(tmp_path) == {"pipe.txt": "format", "s": "format"}
    assert codes(tmp_path / "pipe.txt") == {"pipe.txt": "format"}


def test_a_folder_that_is_not_given_to_us_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "shut/b.txt")
    listed = Path.iterdir

    def iterdir(folder: Path) -> object:
        if folder.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert paths(tmp_path) == ["a.txt", "shut"]
    assert codes(tmp_path) == {"shut": "unreadable"}


def test_folders_within_folders(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["d"] * 150), "a.txt")
    assert paths(tmp_path) == ["d/" * 150 + "a.txt"]


def test_names_in_stray_bytes_can_be_written(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xe0\xff.txt")
    try:
        put(tmp_path, name)
    except OSError:
        pytest.skip("this file system takes no such names")
    (entry,) = entries(str(tmp_path))
    assert isinstance(entry, Entry)
    assert entry.path == "\\xe0\\xff.txt"
    assert entry.location.encode()
    assert shown(Path("a/é")) == "a/é"
