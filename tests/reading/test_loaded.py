"""Words that take a side: adopted, attributed or discussed."""

from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.loaded import explained, loaded, with_loaded
from counterclaim.theatres.rows import LoadedWord

WORDS = (LoadedWord("liberation", ("liberate", "liberated"), "capture", "teshar", "the liberation of Tarumgard"),)


def report(text: str) -> Report:
    return Report("r.txt", text, "r.txt", "r.txt")


def uses(text: str, cited: str | None = None) -> list[str]:
    made = report(text)
    tellings = []
    if cited:
        span = Span.of(text, text.index(cited), text.index(cited) + len(cited))
        chain = Chain.of(None, claimant=Source(Link.CLAIMANT))
        tellings = [Telling(made, span, span, chain, {"reading": "test", "grounding": None}, voice=Voice.ATTRIBUTED)]
    return [str(use.value) for use in loaded(made, tellings, WORDS)]


def test_the_outlet_adopts_what_it_says_itself() -> None:
    assert uses("The liberation of Dorn was marked with a parade.") == ["adopted"]


def test_what_somebody_is_cited_for_is_attributed() -> None:
    assert uses("Dorn was liberated, the ministry said.", "Dorn was liberated") == ["attributed"]


def test_a_word_at_a_distance_or_as_a_topic_is_discussed() -> None:
    assert uses("The phrase ‘liberation’ carries a dual meaning.") == ["discussed"]
    assert uses("The so-called liberation of Dorn enters its third year.") == ["discussed"]


def test_a_framing_in_quotation_marks_is_attributed() -> None:
    assert uses("The campaign, framed as an effort to ‘liberate’ the valley, goes on.") == ["attributed"]


def test_a_use_is_shown_with_its_neutral_word_and_whose_it_is() -> None:
    made = report("The liberation of Dorn.")
    (use,) = loaded(made, [], WORDS)
    shown = explained(use, WORDS)
    assert (shown["neutral"], shown["used_by"], shown["use"]) == (["capture"], ["teshar"], "adopted")


def test_a_telling_holds_the_loaded_words_of_its_content() -> None:
    text = "Dorn was liberated, the ministry said."
    made = report(text)
    span = Span.of(text, 0, 18)
    chain = Chain.of(None, claimant=Source(Link.CLAIMANT))
    one = Telling(made, span, span, chain, {"reading": "test", "grounding": None}, voice=Voice.ATTRIBUTED)
    (found,) = with_loaded(made, [one], WORDS)
    assert [word["written"] for word in found.loaded] == ["liberated"]
