from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.quoting import kept_whole
from counterclaim.reading.windows import Words

TEXT = """“It fell. It burns. Perra told me so,” Marn said of Dorn.

“We stay."""
WORDS = Words.of(Layout.of(Report(id="r", text=TEXT, path="a", location="a", language="en")), Vocabulary({"[UNK]": 1}))
WHOLE = "“It fell. It burns. Perra told me so,”"


def run(said: str) -> Range:
    return WORDS.run(TEXT.index(said), TEXT.index(said) + len(said))


def quoted(*said: str) -> Attribution:
    return Attribution(tuple(map(run, said)), run("said"), "speech", run("Marn"))


def test_a_quotation_that_was_cut_is_made_whole() -> None:
    (one,) = kept_whole(WORDS, [quoted("“It fell.")])
    assert one == quoted(WHOLE)


def test_its_pieces_become_one_and_what_stands_elsewhere_stays() -> None:
    (one,) = kept_whole(WORDS, [quoted("It fell.", "Perra told me so", "Dorn")])
    assert one == quoted(WHOLE, "Dorn")


def test_it_stays_as_it_was_found_where_somebody_else_is_cited_in_it() -> None:
    found = [quoted("“It fell."), Attribution((run("so"),), run("told"), "speech", run("Perra"))]
    assert kept_whole(WORDS, found) == found


def test_words_from_its_middle_do_not_stand_for_all_of_it() -> None:
    found = [quoted("It burns")]
    assert kept_whole(WORDS, found) == found


def test_one_that_nothing_closes_has_no_end_to_go_to() -> None:
    found = [Attribution((run("“We"),))]
    assert kept_whole(WORDS, found) == found
