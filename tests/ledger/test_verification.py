import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import LedgerDamagedError, LedgerError
from counterclaim.ledger import sealed
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.issue import Issue

from conftest import MakeReport, tell
from linked_reports import keep, many, say
from word_linker import WordLinker


@pytest.fixture
def ledger(tmp_path: Path, make_report: MakeReport) -> Path:
    path = tmp_path / "ledger.db"
    with Store(path) as store:
        for number in range(6):
            report = make_report(outlet=f"Outlet {number}")
            store.add_report(report, [tell(report)], reader="test/1")
        store.add_issue(Issue("empty", "a.txt", "is empty.", "Leave it out."))
        gone = make_report("Made-up text that somebody asked to have removed from here.")
        store.add_report(gone, [], reader="test/1")
        store.redact(gone.id, by="an analyst", reason="a witness asked")
    return path


def differences(path: Path) -> int:
    try:
        with Store(path, write=False) as store:
            return len(store.verify().differences)
    except LedgerError:
        return 1


def test_an_untouched_ledger_is_clean(ledger: Path) -> None:
    with Store(ledger, write=False) as store:
        found = store.verify()
    assert not found.differences
    assert (found.entries, found.reports, found.tellings, found.redacted) == (10, 6, 6, 1)


def test_any_byte_flipped_in_a_payload_is_found(ledger: Path) -> None:
    draw = random.Random(7)
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute("SELECT seq, salt, body, raw FROM payload").fetchall()
        for _ in range(100):
            seq, *cells = draw.choice(rows)
            column, value = draw.choice([(name, cell) for name, cell in zip(COLUMNS, cells, strict=True) if cell])
            position = draw.randrange(len(value))
            flipped = value[:position] + bytes([value[position] ^ (1 << draw.randrange(8))]) + value[position + 1 :]
            connection.execute(f"UPDATE payload SET {column} = ? WHERE seq = ?", (flipped, seq))
            connection.commit()
            assert differences(ledger), (seq, column, position)
            connection.execute(f"UPDATE payload SET {column} = ? WHERE seq = ?", (value, seq))
            connection.commit()
    connection.close()
    assert not differences(ledger)


COLUMNS = ("salt", "body", "raw")


def test_a_search_that_no_longer_finds_is_found(tmp_path: Path, make_report: MakeReport) -> None:
    path = tmp_path / "ledger.db"
    with Store(path) as store:
        report = make_report("Made-up text. " + " ".join(f"word{number}" for number in range(5000)))
        store.add_report(report, [], reader="test/1")
    with sqlite3.connect(path) as connection:
        assert connection.execute("DELETE FROM report_words_idx WHERE pgno > 2").rowcount
    connection.close()
    assert differences(path)


def test_any_byte_of_words_flipped_in_the_file_is_found(ledger: Path, make_report: MakeReport) -> None:
    """Wherever the file holds words of a report: payload, derived row, or index."""
    whole, draw = ledger.read_bytes(), random.Random(11)
    places = [start for word in (b"bridge", "жителей".encode(), b"mayor") for start in _all(whole, word)]
    assert len(places) > 20
    for start in draw.sample(places, 20):
        position = start + draw.randrange(5)
        flipped = bytearray(whole)
        flipped[position] ^= 1 << draw.randrange(8)
        ledger.write_bytes(flipped)
        assert differences(ledger), position
    ledger.write_bytes(whole)
    assert not differences(ledger)


def _all(whole: bytes, word: bytes) -> list[int]:
    starts, at = [], whole.find(word)
    while at >= 0:
        starts.append(at)
        at = whole.find(word, at + 1)
    return starts


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE seq = 3",
        "UPDATE log SET subject = 'r_1' WHERE seq = 3",
        "DELETE FROM log WHERE seq = 4",
        "DELETE FROM payload WHERE seq = 4",
        "INSERT INTO payload VALUES (99, x'00', x'00', x'00')",
        "UPDATE report SET outlet = 'Other' WHERE seq = 2",
        "UPDATE report SET reader = NULL WHERE seq = 2",
        "UPDATE report SET version = 2 WHERE seq = 2",
        "DELETE FROM report WHERE seq = 2",
        "UPDATE telling SET claimant = 'the minister' WHERE number = 1",
        "UPDATE telling SET party = 'x' WHERE number = 1",
        "UPDATE telling SET start = start + 1 WHERE number = 1",
        "UPDATE telling SET body = CAST(replace(body, 'old', 'new') AS BLOB) WHERE number = 1",
        "UPDATE telling SET hash = '' WHERE number = 1",
        "DELETE FROM telling WHERE number = 1",
        "DELETE FROM issue",
        "DELETE FROM review",
        "DELETE FROM fingerprint",
        "UPDATE fingerprint SET mark = x'00'",
        "INSERT INTO report_words (rowid, title, text) VALUES (2, '', 'bridge')",
        "DELETE FROM telling_words_docsize WHERE id = 1",
        "CREATE TRIGGER later AFTER INSERT ON report BEGIN DELETE FROM telling; END",
        "CREATE TABLE more (x)",
        "DROP INDEX telling_report",
        "PRAGMA user_version = 0",
    ],
)
def test_any_row_changed_is_found(ledger: Path, change: str) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute(change)
    connection.close()
    assert differences(ledger)


LINKED = many(12)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger with keys, joins, claims and a redirect."""
    path = tmp_path_factory.mktemp("linked") / "ledger.db"
    with Store(path) as store:
        for told in LINKED:
            keep(store, told, WordLinker())
        first = next(store.claims(Filters()))["tellings"][0]
        name = store.telling(first)["report"]["id"]
        store.redact(name, by="an analyst", reason="a witness asked", linker=WordLinker())
        keep(store, say("Pending", "the stone mill was lost"), None)
        for table in (*sealed.TABLES, "seal"):
            assert store._all(f"SELECT 1 FROM {table}"), table
        found = store.verify(WordLinker())
        assert not found.differences
        assert found.claims == len(list(store.claims(Filters())))
    return path.read_bytes()


@pytest.fixture
def linked_ledger(linked: bytes, tmp_path: Path) -> Path:
    (tmp_path / "linked.db").write_bytes(linked)
    return tmp_path / "linked.db"


@pytest.mark.parametrize("table", [*sealed.TABLES, "seal"])
def test_any_byte_flipped_in_what_is_linked_is_found(linked_ledger: Path, table: str) -> None:
    draw, whole = random.Random(13), linked_ledger.read_bytes()
    for _ in range(20):
        with sqlite3.connect(linked_ledger) as connection:
            names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            row = draw.choice(connection.execute(f"SELECT * FROM {table}").fetchall())
            column = draw.choice([place for place, value in enumerate(row) if value is not None])
            where = " AND ".join(f"{name} IS ?" for name in names)
            values = (flipped(draw, row[column]), *row)
            assert connection.execute(f"UPDATE {table} SET {names[column]} = ? WHERE {where}", values).rowcount == 1
        connection.close()
        assert differences(linked_ledger), (names[column], values)
        linked_ledger.write_bytes(whole)
    assert not differences(linked_ledger)


def flipped(draw: random.Random, value: Any) -> Any:
    """The value with one bit of it another."""
    if isinstance(value, int):
        return value ^ 1
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    raw[draw.randrange(len(raw))] ^= 1 << draw.randrange(7)
    return raw.decode() if isinstance(value, str) else bytes(raw)


UNCLAIMED = "id NOT IN (SELECT telling FROM claim_telling)"
LEAST = {"linked": "report", "link_key": "key", "telling_join": "one", "claim": "id", "claim_telling": "telling",
         "redirect": "claim", "seal": "name"}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        *(f"DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table})" for table, key in LEAST.items()),
        "INSERT INTO linked SELECT id, 'words/1', 1 FROM report WHERE id NOT IN (SELECT report FROM linked)",
        "INSERT INTO link_key SELECT 'more', min(report) FROM linked",
        "INSERT INTO telling_join SELECT min(id), min(id), x'7b7d' FROM telling",
        "INSERT INTO claim VALUES ('c_1', NULL, NULL, x'7b7d', '')",
        f"INSERT INTO claim_telling SELECT id, (SELECT min(id) FROM claim), 9 FROM telling WHERE {UNCLAIMED}",
        "INSERT INTO redirect SELECT 'c_1', min(id) FROM telling",
        "INSERT INTO redirect SELECT min(claim.id), min(telling.id) FROM claim, telling",
        "UPDATE claim_telling SET place = place + 1",
        "UPDATE claim SET body = (SELECT max(body) FROM claim), hash = (SELECT max(hash) FROM claim)",
    ],
)
def test_any_row_changed_among_the_links_is_found(linked_ledger: Path, change: str) -> None:
    with sqlite3.connect(linked_ledger) as connection:
        assert connection.execute(change).rowcount
    connection.close()
    assert differences(linked_ledger)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("telling_join", "DELETE FROM telling_join WHERE rowid = (SELECT min(rowid) FROM telling_join)"),
        ("link_key", "DELETE FROM link_key WHERE key = (SELECT min(key) FROM link_key)"),
        ("claim", "UPDATE claim SET kind = 'strike' WHERE rowid = 1"),
        ("claim_telling", "UPDATE claim_telling SET claim = (SELECT min(id) FROM claim)"),
    ],
)
def test_a_change_under_a_new_seal_is_found_with_the_linker(linked_ledger: Path, table: str, change: str) -> None:
    with sqlite3.connect(linked_ledger) as connection:
        assert connection.execute(change).rowcount
        total = sealed.found(connection, table).to_bytes(sealed.BYTES, "big")
        connection.execute("UPDATE seal SET total = ? WHERE name = ?", (total, table))
    connection.close()
    with Store(linked_ledger, write=False) as store:
        assert store.verify(WordLinker()).differences


def read_all(path: Path) -> None:
    with Store(path, write=False) as store:
        list(store.tellings(Filters()))
        list(store.reports())
        store.status()


@pytest.mark.parametrize("size", [99, 4096, 20_000])
def test_a_file_cut_short_is_said_to_be_damaged(ledger: Path, size: int) -> None:
    ledger.write_bytes(ledger.read_bytes()[:size])
    with pytest.raises(LedgerDamagedError):
        read_all(ledger)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE telling SET body = x'7b7d'",
        "UPDATE telling SET body = x'ff'",
        "UPDATE payload SET body = x'7b7d'",
        "UPDATE payload SET body = x'5b'",
        "DELETE FROM log",
    ],
)
def test_what_cannot_be_read_back_is_damage(ledger: Path, change: str) -> None:
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(change)
    connection.close()
    with pytest.raises(LedgerDamagedError):
        read_all(ledger)
    assert differences(ledger)
