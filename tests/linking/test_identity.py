"""Who is meant, in any spelling, and who is under whom."""

from itertools import permutations

import pytest

from counterclaim.linking.identity import NOBODY, Identity, identity, named
from counterclaim.model.source import Link, Source, SourceClass
from counterclaim.model.span import Span


def who(name: str | None, actor: str | None = None, source_class: SourceClass = SourceClass.NAMED_PERSON) -> Identity:
    return identity(Source(Link.CLAIMANT, name, source_class=source_class, actor=actor), "vardia")


def body(name: str, actor: str | None = None) -> Identity:
    return who(name, actor, SourceClass.BODY)


def written(words: str) -> Identity:
    source = Source(Link.CLAIMANT, None, Span(0, len(words), words), SourceClass.UNNAMED_OFFICIAL)
    return identity(source, "vardia")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Izar Gimarel", "a_gimarel"), who("Izar Himarel", "a_gimarel")),
        (who("Vasil Gorshkan"), who("Horshkan")),
        (who("Igor Gimareli"), who("Izar Gimarel", "a_gimarel")),
        (body("Ministry of Defence of Teshar", "a_ts_defence"), body("Tesharish Defence Ministry")),
        (body("Dorn Water Company"), body("Water Company of Dorn")),
        (who("Yarmak Gelt", "a_gelt"), body("Ministry of Defence of Teshar", "a_ts_defence")),
        (written("the spokesman of Operational Command East"), body("Operational Command East", "a_vd_east")),
        (named("UTA", None, "vardia"), named("Union Telegraph Agency", "a_uta", "vardia")),
    ],
    ids=lambda one: one.name,
)
def test_one_and_the_same(one: Identity, other: Identity) -> None:
    assert one.same(other)
    assert other.same(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Ilse Marn", "a_marn"), who("Jon Marn", "a_jon_marn")),
        (who("Izar Gimarel", "a_gimarel"), who("Otto Birkas", "a_birkas")),
        (body("Ministry of Defence of Teshar", "a_ts_defence"), body("Ministry of Defence of Vardia", "a_vd_defence")),
        (who("Irgen Tolmar", "a_tolmar"), body("Ministry of Defence of Teshar", "a_ts_defence")),
        (written("a senior official"), written("a senior official")),
        (NOBODY, NOBODY),
        (NOBODY, who("Izar Gimarel", "a_gimarel")),
    ],
    ids=lambda one: one.name or "nobody",
)
def test_not_the_same(one: Identity, other: Identity) -> None:
    assert not one.same(other)
    assert not other.same(one)


def test_who_is_under_another_is_kin_either_way() -> None:
    ministry, staff = body("", "a_vd_defence"), body("", "a_vd_general_staff")
    unit, minister = body("", "a_vd_east"), who("", "a_orsen")
    for one, other in permutations((ministry, staff, unit), 2):
        assert one.kin(other)
    assert minister.kin(ministry)
    assert ministry.kin(minister)


def test_two_under_one_are_not_kin_by_that_alone() -> None:
    assert not body("", "a_ts_5").kin(body("", "a_ts_62"))


def test_a_party_makes_no_kin() -> None:
    assert not body("", "a_ts_foreign").kin(body("", "a_ts_security"))


def test_a_medium_is_known_by_the_roster_and_a_spokesman_by_the_body() -> None:
    assert named("Union Telegraph Agency", None, "vardia").is_medium
    assert not named("Ministry of Defence of Teshar", None, "vardia").is_medium
    assert written("the spokesman of Operational Command East").actor == "a_vd_east"


def test_a_press_secretary_speaks_for_his_body() -> None:
    known = [
        identity(Source(Link.CLAIMANT, None, actor=one), "ukraine") for one in ("a_dmitry_peskov", "a_ru_presidency")
    ]
    assert known[0].same(known[1])
    assert known[1].same(known[0])


def test_nobody_is_not_known() -> None:
    assert not identity(None, "vardia").is_known
    assert not named(None, None, "vardia").is_known
    assert not written("a senior official").is_known


def test_a_theatre_without_a_roster_has_names_alone() -> None:
    one = identity(Source(Link.CLAIMANT, "Ann Example", source_class=SourceClass.NAMED_PERSON), "nowhere")
    assert one.is_known
    assert one.actor is None
