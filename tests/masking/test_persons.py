from itertools import product

from counterclaim.masking.candidates import Candidate
from counterclaim.masking.persons import Mention, persons, private
from counterclaim.masking.said import Said
from counterclaim.masking.world import World

OFFICE, MINER, NOTHING = Said(office=True, person=True), Said(other=True, person=True), Said()


def named(*words: str) -> Candidate:
    return Candidate(0, len(words), words)


def test_forms_of_a_name_are_one_person() -> None:
    mentions = [
        Mention(named(*name.split()), NOTHING) for name in ("Oskar Venn", "Venn", "Oskar", "O Venn", "Oskar J Venn")
    ]
    (one,) = persons(mentions)
    assert one.fullest.name == "Oskar J Venn"
    assert one.parts == {"Oskar", "Venn"}


def test_namesakes_are_two() -> None:
    mentions = [
        Mention(named("Oskar", "Marn"), MINER),
        Mention(named("Ilse", "Marn"), OFFICE),
        Mention(named("Marn"), OFFICE),
    ]
    oskar, ilse = persons(mentions)
    assert not oskar.said.office
    assert private([oskar, ilse], World(), frozenset()) == [oskar]


def test_a_bare_name_says_nothing_in_favour_of_who_is_a_miner() -> None:
    (one,) = persons([Mention(named("Oskar", "Venn"), MINER), Mention(named("Venn"), OFFICE)])
    assert not one.said.office


def test_custody_counts_for_all_who_bear_the_name() -> None:
    mentions = [Mention(named("Oskar", "Marn"), OFFICE), Mention(named("Ilse", "Marn"), OFFICE)]
    found = persons([*mentions, Mention(named("Marn"), Said(custody=True))])
    assert private(found, World(), frozenset()) == found


def test_officials_of_the_report_are_shown_unless_surely_private() -> None:
    (one,) = persons([Mention(named("Oskar", "Venn"), NOTHING)])
    assert private([one], World(), frozenset(("Oskar Venn",))) == []
    one.said |= Said(private=True, person=True)
    assert private([one], World(), frozenset(("Oskar Venn",))) == [one]


def test_a_thousand_names_are_put_together_quickly() -> None:
    syllables = ("bra", "dol", "fen", "gru", "has", "jor", "kel", "lum", "mor", "nis", "plo", "tev", "sul")
    families = ["".join(parts) for parts in product(syllables, repeat=3)]
    mentions = [Mention(named("Oskar", family), MINER) for family in families]
    assert len(persons([*mentions, *mentions])) > 2000  # some sound alike
