"""One SQLite file: opened with care, written by one, and every fault of it said in plain words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from counterclaim.errors import (
    BadValueError,
    CounterclaimError,
    LedgerBusyError,
    LedgerDamagedError,
    LedgerError,
    SpanError,
)
from counterclaim.ledger.schema import APPLICATION_ID, FORMAT

WAIT = 120.0  # seconds to wait for another writer; one report's transaction takes milliseconds

KINDS = {
    "SQLITE_BUSY": LedgerBusyError,
    "SQLITE_LOCKED": LedgerBusyError,
    "SQLITE_CORRUPT": LedgerDamagedError,
    "SQLITE_NOTADB": LedgerDamagedError,
}
AGAIN = "then run the same command again; nothing committed is lost."
BUSY = ("is being written by another process.", "Wait for that one to end, then run this again.")
FAULTS = {
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_FULL": ("cannot grow: the disk is full.", f"Free some space, {AGAIN}"),
    "SQLITE_READONLY": ("is read-only, or its folder is.", "Change the permissions, or copy it to a writable folder."),
    "SQLITE_CANTOPEN": ("cannot be opened.", "Check that the folder exists and may be read and written."),
    "SQLITE_PERM": ("may not be opened.", "Check its permissions."),
    "SQLITE_IOERR": ("could not be read from or written to the disk.", f"Check the disk's space and health, {AGAIN}"),
    "SQLITE_NOTADB": ("is not a ledger, or its first bytes are damaged.", "Give another --ledger, or restore a copy."),
    "SQLITE_CORRUPT": ("is damaged.", "`counterclaim verify` says what; restore a copy."),
    "SQLITE_TOOBIG": ("cannot hold a value this large.", "Split the input."),
}


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turns what SQLite says of `path` into a LedgerError with a remedy."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        fault = next((key for key in FAULTS if name.startswith(key)), None)
        what, remedy = FAULTS[fault] if fault else (f"could not be used ({error}).", "Run `counterclaim verify`.")
        raise KINDS.get(fault or "", LedgerError)(f"The ledger {path} {what}", remedy) from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error


@contextmanager
def read_back(path: Path) -> Iterator[None]:
    """The same, where values are read back that only damage can have made unreadable."""
    try:
        with plain_faults(path):
            yield
    except (BadValueError, SpanError) as error:
        raise damaged(path) from error
    except (CounterclaimError, UnicodeEncodeError):
        raise  # the second is of what was asked, not of what is kept
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> LedgerDamagedError:
    """The error of a ledger whose bytes are not what was written."""
    return LedgerDamagedError(f"The ledger {path} {FAULTS['SQLITE_CORRUPT'][0]}", FAULTS["SQLITE_CORRUPT"][1])


def connect(path: Path, *, write: bool, wait: float = WAIT, shared: bool = False) -> sqlite3.Connection:
    """A connection to the file at `path`, which must exist unless `write`. Raises LedgerError.

    A `shared` one may be used from several threads, by one at a time.
    """
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is no file, so it is no ledger.", "Give another --ledger PATH.")
    if not write and not path.exists():
        remedy = "Make one with `counterclaim init` or `counterclaim add PATH`."
        raise LedgerError(f"There is no ledger at {path}.", remedy)
    with plain_faults(path):
        return _writer(path.absolute(), wait, shared) if write else _reader(path, wait, shared)


def _writer(path: Path, wait: float, shared: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=not shared)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _reader(path: Path, wait: float, shared: bool) -> sqlite3.Connection:
    """Read-only; in a folder that cannot be written, a cleanly closed ledger is read as a still file."""
    uri, thread = path.resolve().as_uri(), not shared
    connection = sqlite3.connect(
        f"{uri}?mode=ro", uri=True, timeout=wait, isolation_level=None, check_same_thread=thread
    )  # fmt: skip
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        still = not path.with_name(path.name + "-wal").exists()
        name = str(getattr(error, "sqlite_errorname", ""))
        if not (still and name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))):
            raise
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None, check_same_thread=thread)
    return connection


def file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from all others, whatever they are called; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_ledger(connection: sqlite3.Connection, path: Path) -> bool:
    """True for a ledger of ours, False for an empty file. Raises LedgerError for anything else."""
    with plain_faults(path):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not application:
        return False
    if application != APPLICATION_ID:
        raise LedgerError(f"{path} is a database of another program.", "Give another --ledger PATH.")
    version = format_of(connection, path)
    if version > FORMAT:
        raise LedgerError(
            f"The ledger {path} was made by a newer counterclaim (format {version}; this one knows {FORMAT}).",
            "Update counterclaim; the ledger was left as it is.",
        )
    return True


def format_of(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the format in which the ledger is kept."""
    with plain_faults(path):
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def use_wal(connection: sqlite3.Connection, wait: float) -> None:
    """Sets write-ahead logging, kept by the file: readers are not disturbed. Waits for others who are setting it."""
    last = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not str(error.sqlite_errorname).startswith("SQLITE_BUSY") or time.monotonic() > last:
                raise
            time.sleep(0.05)
        else:
            return


@contextmanager
def snapshot(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One state of the ledger for all that is read within, whatever others write; within another, that one's."""
    if connection.in_transaction:
        yield
        return
    with plain_faults(path):
        connection.execute("BEGIN")
    try:
        yield
    finally:
        with plain_faults(path):
            connection.execute("COMMIT")


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All or nothing, as the one writer: waits for another, and rolls back on any error or interruption."""
    with plain_faults(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
