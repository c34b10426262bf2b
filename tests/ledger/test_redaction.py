from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import LedgerBusyError, NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.report import Report

from conftest import MADE_UP, MakeReport, tell
from linked_reports import Told, say
from linked_reports import keep as keep_linked
from word_linker import WordLinker

WITNESS = "The witness Ola Brandt said soldiers had taken the grain from her barn."
OTHER = "The mayor of Belmar said the old bridge was open again."
TEXT = f"{MADE_UP}\n{WITNESS}\n{OTHER}"


def keep(store: Store, report: Report) -> None:
    tellings = [tell(report), tell(report, "soldiers had taken the grain from her barn", "The witness Ola Brandt")]
    store.add_report(report, tellings, reader="test/1")


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_a_redacted_report_is_gone_from_every_byte(tmp_path: Path, make_report: MakeReport) -> None:
    with Store(tmp_path / "ledger.db") as store:
        report, copy = make_report(TEXT), make_report(TEXT, outlet="Vardia Wire")
        other = make_report(f"{MADE_UP}\n{OTHER}", outlet="Third")
        keep(store, report)
        keep(store, copy)
        store.add_report(other, [tell(other)], reader="test/1")
        assert b"grain" in bytes_of(tmp_path)
        done = store.redact(report.id, by="an analyst", reason="she asked us to")
        assert set(done.removed) == {report.id, copy.id}
        for words in (b"grain", b"barn", b"Brandt", WITNESS.encode()):
            assert words not in bytes_of(tmp_path)
        assert not store.verify().differences
        assert store.verify().redacted == 2
        assert [line["report"]["outlet"] for line in store.lines(Filters())] == ["Third"]
        assert [(review.by, review.reason) for review in store.reviews()] == [("an analyst", "she asked us to")]


def test_redacted_words_do_not_return(store: Store, make_report: MakeReport) -> None:
    report = make_report(TEXT)
    keep(store, report)
    store.redact(report.id, by="an analyst", reason="she asked us to")
    returns = [
        report,
        make_report(TEXT, name="elsewhere.txt"),
        make_report(TEXT, outlet="Vardia Wire"),
        make_report(TEXT.replace("\n", "\n\n").upper()),
        make_report(f"Headline\n{TEXT}\nRead more on our site."),
    ]
    for again in returns:
        with pytest.raises(RedactedError, match="she asked us to"):
            store.add_report(again, [], reader="test/1")
    with pytest.raises(RedactedError, match="an analyst"):
        store.report(report.id)
    assert store.status()["reports"] == 0


def test_a_redacted_sentence_is_blotted_wherever_it_stands(tmp_path: Path, make_report: MakeReport) -> None:
    with Store(tmp_path / "ledger.db") as store:
        report, rewrite = make_report(TEXT), make_report(f"{MADE_UP}\nIn short.\n{WITNESS}\n{OTHER}", outlet="Wire")
        keep(store, report)
        keep(store, rewrite)
        name = next(line["id"] for line in store.lines(Filters(text="grain", report=report.id)))
        done = store.redact(name, by="an analyst", reason="she asked us to")
        assert set(done.blotted) == {report.id, rewrite.id}
        for words in (b"grain", b"barn", b"Brandt"):
            assert words not in bytes_of(tmp_path)
        found = store.verify()
        assert not found.differences
        assert (found.reports, found.tellings, found.redacted) == (2, 2, 2)
        kept = store.report(report.id)
        assert len(kept.text) == len(TEXT)
        assert OTHER in kept.text
        with pytest.raises(RedactedError):
            store.add_report(report, [], reader="test/1")


def test_redacting_twice_or_nothing_is_said(store: Store, make_report: MakeReport) -> None:
    report = make_report(TEXT)
    keep(store, report)
    store.redact(report.id, by="an analyst", reason="she asked")
    for name in ("r_0", "t_0", "x"):
        with pytest.raises(NotFoundError):
            store.redact(name, by="an analyst", reason="she asked")
    with pytest.raises(RedactedError, match="an analyst"):
        store.redact(report.id, by="another", reason="again")


RESPACED = WITNESS.replace("said soldiers", "said\nsoldiers").replace("from her", "from  her")


def test_a_redacted_sentence_goes_in_any_case_spacing_and_place(tmp_path: Path, make_report: MakeReport) -> None:
    with Store(tmp_path / "ledger.db") as store:
        report = make_report(TEXT)
        keep(store, report)
        others = [
            make_report(f"{MADE_UP}\n{RESPACED}\nThe end.", outlet="Wrapped"),
            make_report(f"{MADE_UP}\n{WITNESS.upper()}", outlet="Loud"),
            replace(make_report(f"{MADE_UP} Nothing else.", outlet="Headline"), title=WITNESS.lower()),
            replace(make_report(f"{MADE_UP} Nothing more.", outlet="Bytes"), raw=f"<b>{WITNESS}</b>".encode()),
        ]
        for other in others:
            store.add_report(other, [], reader="test/1")
        name = next(line["id"] for line in store.lines(Filters(text="grain", report=report.id)))
        assert len(store.redact(name, by="an analyst", reason="she asked us to").blotted) == 5
        for words in ("grain", "barn", "brandt"):
            assert words.encode() not in bytes_of(tmp_path).lower()
        assert not store.verify().differences
        with pytest.raises(RedactedError, match="she asked us to"):
            store.telling(name)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("taken", "ta\u00adken"),
        lambda text: text.replace("taken", "ta\u200bken"),
        lambda text: text.replace("taken", "_taken_"),
        lambda text: text.replace("taken", "ta-\nken"),
        lambda text: text.replace("taken", "ｔａｋｅｎ"),
    ],
)
def test_redacted_words_do_not_return_in_disguise(
    store: Store, make_report: MakeReport, change: Callable[[str], str]
) -> None:
    report = make_report(TEXT)
    keep(store, report)
    store.redact(report.id, by="an analyst", reason="she asked us to")
    with pytest.raises(RedactedError):
        store.add_report(make_report(change(TEXT)), [], reader="test/1")


def test_redacted_words_do_not_return_as_a_title_or_in_the_bytes(store: Store, make_report: MakeReport) -> None:
    report = make_report(TEXT)
    keep(store, report)
    name = next(line["id"] for line in store.lines(Filters(text="grain")))
    store.redact(name, by="an analyst", reason="she asked us to")
    other = make_report(f"{MADE_UP} Something else.")
    for again in (replace(other, title=WITNESS), replace(other, outlet=WITNESS), replace(other, raw=WITNESS.encode())):
        with pytest.raises(RedactedError):
            store.add_report(again, [], reader="test/1")


def test_a_reader_delays_the_scrub_and_the_next_writer_does_it(
    tmp_path: Path, make_report: MakeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.ledger.redaction.SCRUB_WAIT_MS", 50)
    path = tmp_path / "ledger.db"
    with Store(path) as store, Store(path, write=False) as reader:
        report = make_report(TEXT)
        keep(store, report)
        reader._connection.execute("BEGIN")
        reader._connection.execute("SELECT count(*) FROM report").fetchone()
        with pytest.raises(LedgerBusyError, match="redaction stands"):
            store.redact(report.id, by="an analyst", reason="she asked")
        assert store.verify().pending
        reader._connection.execute("ROLLBACK")
    with Store(path) as store:
        assert not store.verify().pending
    assert b"grain" not in bytes_of(tmp_path)


def test_short_redacted_words_do_not_shut_out_others(store: Store, make_report: MakeReport) -> None:
    short = make_report("He left.")
    store.add_report(short, [], reader="test/1")
    store.redact(short.id, by="an analyst", reason="she asked")
    assert store.add_report(make_report("Made-up text. He left. They stayed."), [], reader="test/1")
    with pytest.raises(RedactedError):
        store.add_report(make_report("He left!", outlet="Vardia Wire"), [], reader="test/1")


SECRET, SHARED = "the stone bridge hides grain barn Brandt", "the stone bridge was open"


def linked_store(path: Path) -> tuple[Store, Told, Told, Told]:
    """A ledger whose claims, joins and keys hold the words that are to go."""
    first = say("A", SECRET, "the northern railway was cut", published="2031-02-01")
    told = first, say("B", SHARED), say("C", "the northern railway was open")
    store = Store(path)
    for one in told:
        keep_linked(store, one, WordLinker())
    assert {tuple(claim["tellings"]) for claim in store.claims(Filters())} == {
        (told[0][1][0].id, told[1][1][0].id), (told[0][1][1].id, told[2][1][0].id),
    }  # fmt: skip
    return store, *told


@pytest.mark.parametrize("at_hand", [True, False])
@pytest.mark.parametrize("what", ["report", "telling"])
def test_no_claim_join_key_or_redirect_keeps_a_redacted_word(tmp_path: Path, what: str, at_hand: bool) -> None:
    store, first, second, third = linked_store(tmp_path / "ledger.db")
    linker = WordLinker()
    with store:
        old = {claim["id"] for claim in store.claims(Filters())}
        assert b"barn" in bytes_of(tmp_path)
        name = first[0].id if what == "report" else first[1][0].id
        store.redact(name, by="an analyst", reason="asked", linker=linker if at_hand else None)
        for words in (b"grain", b"barn", b"brandt"):
            assert words not in bytes_of(tmp_path).lower()
        assert not store.verify(linker).differences
        if not at_hand:
            assert list(store.claims(Filters())) == []
            assert store.status()["not_linked"] == (2 if what == "report" else 3)
            list(store.link(linker))
        claims = {tuple(claim["tellings"]) for claim in store.claims(Filters())}
        whole = (first[1][1].id, third[1][0].id) if what == "telling" else (third[1][0].id,)
        assert claims == {(second[1][0].id,), whole}
        assert {store.claim(one)["tellings"][0] for one in old} == {names[0] for names in claims}
        assert not store.verify(linker).differences
        assert store.status()["not_linked"] == 0


def test_after_a_redaction_the_ledger_is_what_it_would_be_without_the_words(tmp_path: Path) -> None:
    store, first, second, third = linked_store(tmp_path / "ledger.db")
    with store, Store(tmp_path / "fresh.db") as fresh:
        store.redact(first[0].id, by="an analyst", reason="asked", linker=WordLinker())
        for told in (second, third):
            keep_linked(fresh, told, WordLinker())
        assert store.status()["derived_digest"] == fresh.status()["derived_digest"]
