"""Which tellings are one claim, whatever the order in which they come."""

import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules, link
from counterclaim.model.claim import Claim, Join
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, MARN, TESHAR, Line, copied, grouped, nobody, of, read, tell, together

TURNS = 20
DEPOT = "Tesharish troops had captured the northern railway depot of Kuteriva after heavy street fighting"
KUTERIVA = ("Kuteriva", "p_kuteriva")

Reports = list[list[Telling]]


def all_of(reports: Reports) -> list[Telling]:
    return [telling for report in reports for telling in report]


def shapes(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    return [claim.as_json() for claim in claims]


# Which tellings are one claim


def test_person_and_place_under_other_spellings_are_one_claim() -> None:
    one = read(
        "Calinth Times",
        "Izar Gimarel, adviser to the head of the Halm Republic, said on Tuesday that Tesharish troops had taken the"
        " railway depot of Kuteriva.",
    )
    other = read(
        "Velm Courier", "Izar Himarel said on Tuesday that Tesharish troops had taken the railway depot of Kuterova."
    )
    (claim,) = together(one, other)
    assert len(claim.tellings) == 2
    assert not claim.drift


def test_a_former_name_of_the_place_is_no_other_place() -> None:
    one = read("Calinth Times", "Governor Ilse Marn said on Tuesday that the water tower of Karsk had burned down.")
    other = read("Halm News Agency", "Ilse Marn said on Tuesday that the water tower of Marshalsk had burned down.")
    (claim,) = together(one, other)
    assert len(claim.tellings) == 2
    assert not claim.drift


def test_a_week_later_it_is_another_claim() -> None:
    words = "Governor Ilse Marn said on Tuesday that shelling of Myrhal had killed three people."
    claims = together(read("Calinth Times", words, "2031-03-05"), read("Velm Courier", words, "2031-03-12"))
    assert [len(claim.tellings) for claim in claims] == [1, 1]


def test_daily_tallies_of_one_headquarters_are_claims_of_their_own() -> None:
    days = (("Monday", 12, "04"), ("Tuesday", 15, "05"), ("Wednesday", 9, "06"))
    words = "The Vardian General Staff said on {} that its forces had repelled {} attacks near Karsk over the past day."
    reports = [read("Calinth Times", words.format(day, count), f"2031-03-{date}") for day, count, date in days]
    assert [len(claim.tellings) for claim in together(*reports)] == [1, 1, 1]


def test_two_claimants_who_say_the_same_make_two_claims() -> None:
    words = "The {} Defence Ministry said on Tuesday that Tesharish troops had taken Kuteriva."
    reports = [read("Calinth Times", words.format("Tesharish")), read("Velm Courier", words.format("Vardian"))]
    assert [len(claim.tellings) for claim in together(*reports)] == [1, 1]


def test_two_claimants_stay_two_where_an_outlet_tells_the_same_itself() -> None:
    words = "The {} Defence Ministry said on Tuesday that Tesharish troops had taken Kuteriva."
    one, other = read("Calinth Times", words.format("Tesharish")), read("Velm Courier", words.format("Vardian"))
    claims = together(one, other, read("Harbor County Today", "Tesharish troops have taken Kuteriva."))
    assert of(claims, one[0]) != of(claims, other[0])


def test_an_official_of_the_other_side_makes_a_claim_of_his_own() -> None:
    one = read("Calinth Times", "The Tesharish Defence Ministry said on Tuesday that Tesharish troops had taken Dorn.")
    other = read("Velm Courier", "A Vardian official said on Tuesday that Tesharish troops had taken Dorn.")
    assert [len(claim.tellings) for claim in together(one, other)] == [1, 1]


def test_what_an_outlet_retells_in_its_own_voice_is_of_the_claim_it_retells() -> None:
    words = "Tesharish troops {} captured the northern railway depot of Kuteriva after heavy street fighting."
    told = read("Calinth Times", f"The Tesharish Defence Ministry said on Tuesday that {words.format('had')}")
    retold = read("Harbor County Today", words.format("have"))
    (claim,) = together(told, retold)
    assert set(claim.tellings) == {told[0].id, retold[0].id}
    assert claim.claimant
    assert claim.claimant["actor"] == "a_ts_defence"


def test_two_propositions_of_one_claimant_in_one_report_stay_two_claims() -> None:
    killed, burned = "shelling of Myrhal had killed three people", "the water tower of Myrhal had burned down"
    one = read("Calinth Times", f"Governor Ilse Marn said on Tuesday that {killed}. She said that {burned}.")
    other = read("Velm Courier", f"Governor Ilse Marn said on Tuesday that {burned}. She said that {killed}.")
    assert grouped(together(one, other), one, other) == [[killed, killed], [burned, burned]]


def test_what_a_report_says_twice_is_one_claim() -> None:
    told = tell(
        "Calinth Times",
        Line(DEPOT, place=KUTERIVA),
        Line("the water tower of Kuteriva had burned down", GIMAREL, kind="damage", place=KUTERIVA),
        Line(DEPOT, GIMAREL, place=KUTERIVA),
    )
    claims = together(told)
    assert of(claims, told[0]) == of(claims, told[2]) != of(claims, told[1])


def test_different_persons_of_one_family_name_are_two_claimants() -> None:
    words = "{} said on Tuesday that the bridge of Dorn was damaged."
    one = read("Calinth Times", words.format("Governor Ilse Marn"))
    other = read("Velm Courier", words.format("Jon Marn, commander of the 31st Sarn Brigade,"))
    assert [len(claim.tellings) for claim in together(one, other)] == [1, 1]


def test_what_was_told_of_another_place_is_another_claim() -> None:
    one = tell("Calinth Times", Line("Kuteriva was taken", TESHAR, place=KUTERIVA, said="2031-03-04"))
    other = tell("Velm Courier", Line("Petlin was taken", TESHAR, place=("Petlin", "p_petlin"), said="2031-03-04"))
    assert len(together(one, other)) == 2


def test_undated_words_of_one_claimant_that_say_something_else_do_not_join() -> None:
    one = tell("Calinth Times", Line("the water tower of Kuteriva had burned down", MARN), published=None)
    other = tell("Velm Courier", Line("two schools near the river were closed", MARN), published=None)
    assert len(together(one, other)) == 2


def test_nothing_told_makes_no_claim() -> None:
    assert link([]) == []


# The shape of a claim


def test_a_claim_is_what_its_named_claimant_said() -> None:
    unnamed = tell("Harbor County Today", Line(DEPOT, nobody("reports", SourceClass.UNSTATED), place=KUTERIVA))
    told = tell("Calinth Times", Line(DEPOT, TESHAR, place=KUTERIVA, said="2031-03-04"), published="2031-03-06")
    (claim,) = together(unnamed, told)
    shape = told[0].as_json()
    assert claim.claimant == shape["chain"][-1]
    assert claim.occasion == {"said": shape["said"], "to": None}
    assert (claim.kind, claim.content) == ("control_changed", DEPOT)
    assert claim.slots["place"] == shape["place"]
    assert claim.tellings == (unnamed[0].id, told[0].id)


def test_every_telling_is_of_one_claim_and_every_end_within_it(story: Reports) -> None:
    claims = link(all_of(story))
    names = [name for claim in claims for name in claim.tellings]
    assert len(names) == len(set(names))
    assert set(names) == {telling.id for telling in all_of(story)}
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        ends = [claim.origin, *claim.parents, *(end for end in claim.parents.values() if isinstance(end, str))]
        ends += [end for one in claim.drift for end in (one.from_, one.to)]
        ends += [end for one in claim.joins for end in (one.one, one.other)]
        assert {end for end in ends if isinstance(end, str)} <= set(claim.tellings)
        assert len(claim.tellings) == len(claim.parents) + isinstance(claim.origin, str)


def test_a_claim_reads_back_as_it_was_written(story: Reports) -> None:
    claims = link(all_of(story))
    assert [Claim.from_json(shape) for shape in shapes(claims)] == claims


def test_the_points_of_a_join_are_those_of_its_reasons(story: Reports) -> None:
    for join in (join for claim in link(all_of(story)) for join in claim.joins):
        assert sum(int(reason[reason.rindex("(") + 1 : -1]) for reason in join.reasons) == join.points


def test_whatever_joins_is_named_as_evidence(stories: dict[str, Reports]) -> None:
    claims = [claim for reports in stories.values() for claim in link(all_of(reports))]
    assert all(join.evidence for claim in claims for join in claim.joins)


@pytest.mark.xfail(strict=True, reason="contents of few words are not known by the passage that they stand in")
def test_a_copy_of_a_whole_report_tells_the_same_claims(stories: dict[str, Reports]) -> None:
    for report in (report for reports in stories.values() for report in reports):
        again = copied(report, "Prairie Metro Wire")
        claims = together(report, again)
        apart = [one.content.text for one, two in zip(report, again, strict=True) if of(claims, one) != of(claims, two)]
        assert not apart


def test_a_copy_of_a_report_leaves_what_others_tell_as_it_was(story: Reports) -> None:
    known = frozenset(telling.id for telling in all_of(story))
    before = {frozenset(claim.tellings) for claim in link(all_of(story))}
    for report in story:
        now = link([*all_of(story), *copied(report, "Prairie Metro Wire")])
        assert {found for claim in now if (found := known.intersection(claim.tellings))} == before


# No order counts


def test_the_order_of_tellings_changes_nothing(story: Reports) -> None:
    draw, tellings = random.Random(1), all_of(story)
    expected = shapes(link(tellings))
    for _ in range(TURNS):
        assert shapes(link(draw.sample(tellings, len(tellings)))) == expected


def test_the_order_of_reports_and_joins_changes_nothing(story: Reports) -> None:
    draw, expected = random.Random(2), shapes(link(all_of(story)))
    for _ in range(TURNS):
        rules, joins = Rules(), list[Join]()
        reports = [draw.sample(report, len(report)) for report in draw.sample(story, len(story))]
        for one, other in combinations(reports, 2):
            if rules.keys(one) & rules.keys(other):
                joins += rules.joins(*draw.sample((one, other), 2))
        joins += [join for report in reports for join in rules.joins(report, report)]
        found = rules.claims(all_of(reports), draw.sample(joins, len(joins)), reports)
        assert shapes(found) == expected


def test_claims_of_a_part_are_those_of_the_whole(story: Reports) -> None:
    """A ledger clusters only what a new report touches."""
    whole = link(all_of(story))
    by_id = {telling.id: telling for telling in all_of(story)}
    for claim in whole:
        found = Rules().claims([by_id[name] for name in claim.tellings], claim.joins, story)
        assert shapes(found) == [claim.as_json()]


def keep(store: Store, report: Sequence[Telling], rules: Rules | None) -> None:
    store.add_report(report[0].report, report, reader="test/1", linker=rules)


def test_a_ledger_filled_in_any_order_holds_the_claims_that_link_gives(story: Reports, tmp_path: Path) -> None:
    draw, digests = random.Random(3), set()
    expected = sorted(shapes(link(all_of(story))), key=lambda claim: str(claim["id"]))
    for turn in range(TURNS):
        rules = Rules()
        with Store(tmp_path / f"{turn}.db") as store:
            for report in draw.sample(story, len(story)):
                keep(store, report, draw.choice((rules, rules, None)))
            list(store.link(rules))
            digests.add(store.status()["derived_digest"])
            held = sorted(store.claims(Filters()), key=lambda claim: str(claim["id"]))
            assert held == expected
    assert len(digests) == 1


def test_a_ledger_whose_first_report_is_redacted_holds_the_claims_of_the_rest(story: Reports, tmp_path: Path) -> None:
    expected = sorted(shapes(link(all_of(story[1:]))), key=lambda claim: str(claim["id"]))
    with Store(tmp_path / "ledger.db") as store:
        for report in story:
            keep(store, report, Rules())
        store.redact(story[0][0].report.id, by="an analyst", reason="asked", linker=Rules())
        assert sorted(store.claims(Filters()), key=lambda claim: str(claim["id"])) == expected


def test_what_interrupts_a_content_leaves_its_mark_in_the_claim() -> None:
    told = read("Calinth Times", "Tesharish troops, Governor Ilse Marn said on Tuesday, had taken the northern depot.")
    (claim,) = together(told)
    assert claim.content == "Tesharish troops … had taken the northern depot"
