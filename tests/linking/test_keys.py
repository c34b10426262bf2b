"""What blocking may cost: reports that share no key are not compared, and nothing may be lost by that."""

from itertools import combinations

import pytest

from counterclaim.linking.linker import Rules, link
from counterclaim.model.claim import Claim
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, UTA, Line, read, tell, together

NOT_LOST = ("st-03", "st-06", "st-09", "demo")

Reports = list[list[Telling]]


def all_compared(reports: Reports) -> list[Claim]:
    """The claims where every report is compared with every other."""
    rules = Rules()
    joins = [join for report in reports for join in rules.joins(report, report)]
    joins += [join for one, other in combinations(reports, 2) for join in rules.joins(one, other)]
    return rules.claims([telling for report in reports for telling in report], joins, reports)


@pytest.mark.parametrize("name", NOT_LOST)
def test_nothing_is_lost_by_comparing_only_what_shares_a_key(stories: dict[str, Reports], name: str) -> None:
    claims = link([telling for report in stories[name] for telling in report])
    assert [claim.as_json() for claim in claims] == [claim.as_json() for claim in all_compared(stories[name])]


def test_nothing_is_lost_of_short_quotations(stories: dict[str, Reports]) -> None:
    claims = link([telling for report in stories["st-12"] for telling in report])
    assert [claim.as_json() for claim in claims] == [claim.as_json() for claim in all_compared(stories["st-12"])]


def test_a_report_without_a_day_is_compared_with_those_that_have_one() -> None:
    one = "Tesharish troops had captured the northern railway depot of Kuteriva after heavy street fighting"
    other = "the railway depot in the north of Kuteriva was captured by Tesharish soldiers after street fighting"
    place, said = ("Kuteriva", "p_kuteriva"), "2031-03-04"
    agency = tell("Union Telegraph Agency", Line(one, GIMAREL, place=place, said=said))
    retold = tell("Velm Courier", Line(other, GIMAREL, UTA, place=place, said=said), published=None)
    assert len(all_compared([agency, retold])) == 1
    assert len(together(agency, retold)) == 1


def test_reports_of_different_things_share_no_key() -> None:
    """Else every report would cost as much as all that are held."""
    one = read("Calinth Times", "Governor Ilse Marn said that the water tower of Myrhal had burned down.")
    other = read("Velm Courier", "Foreign Minister Ersan Volgat said that talks on grain were near.", "2031-06-05")
    assert not Rules().keys(one) & Rules().keys(other)


def test_a_report_shares_its_keys_with_a_copy_whenever_that_appears() -> None:
    words = "Izar Gimarel said that the northern railway depot of Kuteriva had burned for two nights."
    one, late = read("Calinth Times", words), read("Velm Courier", words, "2032-01-01")
    assert Rules().keys(one) & Rules().keys(late)


def test_keys_hang_on_the_telling_alone(stories: dict[str, Reports]) -> None:
    for report in stories["st-03"]:
        assert Rules().keys(report) == Rules().keys(report[::-1])
        assert Rules().keys(report) >= Rules().keys(report[:1])


def test_nothing_told_has_no_keys() -> None:
    assert Rules().keys([]) == frozenset()
