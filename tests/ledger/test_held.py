from dataclasses import replace

from counterclaim.ledger.held import Held
from counterclaim.ledger.log import canonical
from counterclaim.ledger.store import Store
from counterclaim.model.claim import Evidence, Join

from linked_reports import keep, say

TWO = say("Two", "the stone bridge stood open", "the grain depot burned down")
EARLY, NEVER = say("Early", "the mill stood", published="2031-01-01"), say("Never", "the mill", published=None)


def test_tellings_come_back_without_the_raw_bytes(store: Store) -> None:
    keep(store, TWO, None)
    report = replace(TWO[0], raw=b"")
    found = Held(store._connection, store.path).tellings(report.id)
    assert found == tuple(replace(telling, report=report) for telling in TWO[1])
    assert Held(store._connection, store.path).tellings("r_0") == ()


def test_tellings_come_in_canonical_order(store: Store) -> None:
    for told in (NEVER, TWO, EARLY):
        keep(store, told, None)
    names = [telling.id for told in (EARLY, TWO, NEVER) for telling in told[1]]
    for kept in (1, 8):
        found = Held(store._connection, store.path, kept=kept).in_order(sorted(names))
        assert [telling.id for telling in found] == names


def test_few_are_kept_at_hand_and_none_is_older_than_the_ledger(store: Store) -> None:
    held = Held(store._connection, store.path, kept=2)
    bare = replace(TWO[0], published=None)
    for told in ((bare, TWO[1]), EARLY, NEVER):
        keep(store, told, None)
    once = held.tellings(bare.id)
    assert held.tellings(bare.id) is once
    held.tellings(EARLY[0].id), held.tellings(NEVER[0].id)
    assert held.tellings(bare.id) is not once
    whole = store.filled(TWO[0])
    assert whole
    store.fill_in(whole, TWO[1][:1], reader="test/2")
    (now,) = held.tellings(bare.id)
    assert now.report.published == TWO[0].published
    again = held.tellings(bare.id)
    held.forget()
    assert held.tellings(bare.id) is not again


def test_a_join_is_read_once_and_forgotten_with_all_else(store: Store) -> None:
    held, join = Held(store._connection, store.path), Join("t_1", "t_2", 3, (Evidence.WORDING,), ("the stone bridge",))
    body = canonical(join.as_json())
    once = held.join(body)
    assert once == join
    assert held.join(bytes(bytearray(body))) is once
    assert held.join(canonical(replace(join, points=4).as_json())).points == 4
    held.forget()
    assert held.join(body) is not once
