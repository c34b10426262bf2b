from collections.abc import Callable

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.speakers import across, spoken_on
from counterclaim.reading.windows import Words

TEXT = """“It fell. It burns,” Marn said. “It rains.”

“We stay.” All was calm.

Nothing happened.

“Who knows?”"""
WORDS = Words.of(Layout.of(Report(id="r", text=TEXT, path="a", location="a", language="en")), Vocabulary({"[UNK]": 1}))


def run(said: str) -> Range:
    return WORDS.run(TEXT.index(said), TEXT.index(said) + len(said))


SAID = Attribution((run("“It fell."),), run("said"), "speech", run("Marn"))


def alone(said: str) -> Attribution:
    return Attribution((run(said),))


def test_a_quotation_goes_on_with_who_spoke_last_near_by() -> None:
    found = spoken_on(WORDS, [SAID, alone("“It rains.”"), alone("“We stay.”"), alone("“Who knows?”")])
    assert [one.claimant for one in found] == [run("Marn")] * 3 + [None]
    assert [one.cue for one in found] == [run("said"), None, None, None]


def test_what_lies_in_the_same_quotation_is_its_content() -> None:
    (one,) = spoken_on(WORDS, [SAID, alone("It burns")])
    assert one.contents == (run("“It fell."), run("It burns"))


def test_words_outside_marks_with_neither_source_nor_cue_are_the_outlets() -> None:
    assert spoken_on(WORDS, [alone("All was calm")]) == []


def test_a_cue_in_the_next_window_attributes_the_quotation_before_it() -> None:
    later = Attribution((), run("said"), "speech", run("Marn"))
    (one,) = across(WORDS, [alone("“It fell. It burns,”"), later], one_speech=False)
    assert (one.contents, one.cue, one.claimant) == ((run("“It fell. It burns,”"),), run("said"), run("Marn"))


def test_a_cue_without_a_content_attributes_nothing() -> None:
    assert across(WORDS, [Attribution((), run("said"), "speech", run("Marn"))], one_speech=False) == []


def test_in_one_paragraph_it_is_one_speech_where_that_is_asked() -> None:
    found = [SAID, alone("“It rains.”"), alone("“We stay.”")]
    assert across(WORDS, found, one_speech=False) == found
    first, second = across(WORDS, found, one_speech=True)
    assert (len(first.contents), second) == (2, found[2])


def laid_out(text: str) -> tuple[Words, Callable[[str], Range]]:
    """A text's words, and what finds the run of some of them."""
    report = Report(id="r", text=text, path="a", location="a", language="en")
    words = Words.of(Layout.of(report), Vocabulary({"[UNK]": 1}))
    return words, lambda said: words.run(text.index(said), text.index(said) + len(said))


def test_a_speech_of_many_paragraphs_has_one_speaker() -> None:
    text = "“It fell,” Marn said.\n\n“It rains.”\n\n“It burns.”\n\n“We stay.”"
    words, place = laid_out(text)
    said = Attribution((place("“It fell,”"),), place("said"), "speech", place("Marn"))
    more = [Attribution((place(one),)) for one in ("“It rains.”", "“It burns.”", "“We stay.”")]
    assert [one.claimant for one in spoken_on(words, [said, *more])] == [place("Marn")] * 4


def test_a_cue_within_a_quotation_that_is_told_whole_is_a_word_of_it() -> None:
    text = "Marn said it fell.\n\n“The mill stands on the ridge and burns. This was confirmed by Gelt.”"
    words, at = laid_out(text)
    first = Attribution((at("it fell"),), at("said"), "speech", at("Marn"))
    whole = Attribution((at("“The mill stands on the ridge and burns. This"),), at("confirmed"), "speech", at("Gelt"))
    short = Attribution((at("The mill"),), at("confirmed"), "speech", at("Gelt"))
    assert [(one.claimant, one.cue) for one in spoken_on(words, [first, whole])][1] == (at("Marn"), None)
    assert spoken_on(words, [first, short])[1] == short


def test_a_quotation_behind_who_said_is_not_the_next_sentences_subject() -> None:
    text = "“It fell,” Marn said. “It burns.” Belov thanked her."
    words, at = laid_out(text)
    said = Attribution((at("“It fell,”"),), at("said"), "speech", at("Marn"))
    stray = Attribution((at("“It burns.”"),), claimant=at("Belov"))
    assert [one.claimant for one in spoken_on(words, [said, stray])] == [at("Marn")] * 2
    signed, of = laid_out(text.replace("” Belov thanked her", "”\n― Belov"))
    said = Attribution((of("“It fell,”"),), of("said"), "speech", of("Marn"))
    stray = Attribution((of("“It burns.”"),), claimant=of("Belov"))
    assert [one.claimant for one in spoken_on(signed, [said, stray])] == [of("Marn"), of("Belov")]


def test_a_quotation_is_of_who_spoke_last_not_of_who_is_named_in_what_he_said_or_spoke_before() -> None:
    words, at = laid_out("Korr left. “Belov fell,” Marn said. “It burns.”")
    said = Attribution((at("“Belov fell,”"),), at("said"), "speech", at("Marn"))
    for other in ("Belov", "Korr"):
        stray = Attribution((at("“It burns.”"),), claimant=at(other))
        assert [one.claimant for one in spoken_on(words, [said, stray])] == [at("Marn")] * 2


def test_a_quotation_is_not_of_the_cue_of_a_later_sentence_that_has_its_own() -> None:
    words, at = laid_out("“It fell,” Marn said. “It burns.” The port is lost, says Belov.")
    said = Attribution((at("“It fell,”"),), at("said"), "speech", at("Marn"))
    both = Attribution((at("“It burns.”"), at("The port is lost")), at("says"), "speech", at("Belov"))
    found = spoken_on(words, [said, both])
    assert [one.claimant for one in found] == [at("Marn"), at("Marn"), at("Belov")]
    assert found[-1].contents == (at("The port is lost"),)
