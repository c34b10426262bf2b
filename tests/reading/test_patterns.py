from typing import Any

import pytest

from counterclaim.reading.names import Range
from counterclaim.reading.patterns import LONGEST, attributions
from counterclaim.reading.quotations import outermost, quotations
from counterclaim.reading.tokens import tokens


def read(text: str) -> list[Any]:
    made = tokens(text, 0, len(text), list(outermost(quotations(text, [(0, len(text))]))))

    def words(place: Range | None) -> str | None:
        return text[made[place[0]].start : made[place[1] - 1].end] if place else None

    return [
        (words(one.source), words(one.cue), [words(part) for part in one.parts], *map(words, one.relays))
        for one in attributions(made)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor said that the port was shut.", ("The mayor", "said", ["the port was shut"])),
        ("The mayor said the port was shut.", ("The mayor", "said", ["the port was shut"])),
        ("The mayor said on Monday that the port was shut.", ("The mayor", "said", ["the port was shut"])),
        ("The port was shut, the mayor said on Monday.", ("the mayor", "said", ["The port was shut"])),
        ("The port was shut, said Ilka Marn, the mayor.", ("Ilka Marn, the mayor", "said", ["The port was shut"])),
        ("“We left the port,” she said.", ("she", "said", ["“We left the port,”"])),
        ("“We left the port,” said Ilka Marn.", ("Ilka Marn", "said", ["“We left the port,”"])),
        ("‘We left the port’, said Ilka Marn.", ("Ilka Marn", "said", ["‘We left the port’"])),
        ("She said: “We left the port.”", ("She", "said", ["“We left the port.”"])),
        ("“We left,” she told Vale News, “by dawn.”", ("she", "told", ["“We left,”", "“by dawn.”"])),
        ("This plan, he claimed, reflects a will.", ("he", "claimed", ["This plan", "reflects a will"])),
        ("According to the mayor, the port was shut.", ("the mayor", "According to", ["the port was shut"])),
        ("The port was shut, according to the mayor.", ("the mayor", "according to", ["The port was shut"])),
        ("The win, according to army sources, was quick.", ("army sources", "according to", ["The win", "was quick"])),
        ("The port was shut, according to words attributed to Ost.", ("Ost", "according to", ["The port was shut"])),
        ("Marn reported to President Vale the fall of Belmar, a port.", ("Marn", "reported", ["the fall of Belmar"])),
        ("The envoy described the talks as ‘calm’.", ("The envoy", "described", ["the talks as ‘calm’"])),
        ("The fall of Belmar, reported by the ministry on Friday, ends it.",
         ("the ministry", "reported", ["The fall of Belmar"])),
        ("Vardia claimed to have taken the port.", ("Vardia", "claimed", ["to have taken the port"])),
        ("The army denied having shelled the port.", ("The army", "denied", ["having shelled the port"])),
        ("The mayor urged residents to leave.", ("The mayor", "urged", ["residents to leave"])),
        ("The council accused the army of theft.", ("The council", "accused", ["the army of theft"])),
        ("It was followed by the announcement that Belmar had fallen.",
         (None, "announcement", ["Belmar had fallen"])),
        ("He rejected Vardia’s claim that Belmar had fallen.", ("Vardia’s", "claim", ["Belmar had fallen"])),
        ("Critics left, with aid groups warning of the risks to all.",
         ("aid groups", "warning", ["the risks to all"])),
        ("Ost was quoted as saying that the port was shut.", ("Ost", "quoted", ["the port was shut"])),
        ("The strike, according to Zan, occurred on Monday.",
         ("Zan", "according to", ["The strike", "occurred on Monday"])),
        ("“We hold Belmar,” he said in a video address posted on his page.", ("he", "said", ["“We hold Belmar,”"])),
        ("“We hold Belmar,” he said in a video that the ministry posted.", ("he", "said", ["“We hold Belmar,”"])),
        ("On the show “Vardia in the Morning,” Zan said the port was shut.", ("Zan", "said", ["the port was shut"])),
        ("“We hold Belmar,” a statement of the General Staff reads.",
         ("a statement of the General Staff", "reads", ["“We hold Belmar,”"])),
        ("“We hold the town of Belmar,” reads the statement.",
         ("the statement", "reads", ["“We hold the town of Belmar,”"])),
        ("It was reported on Monday that the port was shut.", (None, "It was reported", ["the port was shut"])),
        ("Earlier this month he threatened to take the town.", ("he", "threatened", ["to take the town"])),
        ("The army repelled the raid and said Belmar was calm.", ("The army", "said", ["Belmar was calm"])),
        ("Media reports claim that the port was shut.", ("Media reports", "claim", ["the port was shut"])),
        ("The council condemned the strike on the port.", ("The council", "condemned", ["the strike on the port"])),
    ],
)  # fmt: skip
def test_one_attribution(text: str, found: tuple[str | None, str, list[str]]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("He said the port was shut, adding that a ship sank.", ["the port was shut", "a ship sank"]),
        ("He said the port was shut and added that a ship sank.", ["the port was shut", "a ship sank"]),
        ("Officials dismissed the claim as false, insisting that all was calm.",
         ["the claim as false", "all was calm"]),
        ("The mayor said the port was shut, but the army denied that a ship sank.",
         ["the port was shut", "a ship sank"]),
        ("The mayor said the port was shut, though ships came in.", ["the port was shut"]),
        ("He claimed the unit was lost, a blow that could change much.", ["the unit was lost"]),
        ("Marn, who described the day as ‘a dark hour,’ claimed that a ship sank.",
         ["the day as ‘a dark hour,’", "a ship sank"]),
        ("Marn, who says a ship sank, left the port.", ["a ship sank"]),
        ("The envoy toured the town, saying that work had begun.", ["work had begun"]),
    ],
)  # fmt: skip
def test_where_a_content_ends_and_who_goes_on(text: str, contents: list[str]) -> None:
    found = read(text)
    assert [part for _, _, parts, *_ in found for part in parts] == contents


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Zan claimed the town, but Vardia rejected the claim and said fighting was going on.", ["Zan", "Vardia"]),
        ("Zan claimed the town, but Vardia rejected the claim, and said fighting was going on.", ["Zan", "Vardia"]),
        ("Zan said Belmar fell but the ministry called it false and said it held.", ["Zan", "the ministry"]),
        ("He said the port was shut and added that a ship sank.", ["He", "He"]),
        ("Marn said that the army had left and claimed that a ship sank.", ["Marn", "Marn"]),
        ("He said the port was shut and the army had left, and added that a ship sank.", ["He"]),
    ],
)
def test_who_speaks_after_and(text: str, sources: list[str]) -> None:
    assert [source for source, *_ in read(text)] == sources


def test_who_only_passes_it_on_is_a_relay() -> None:
    assert read("Marn said the port was shut, according to Vale News.") == [
        ("Marn", "said", ["the port was shut"], "Vale News")
    ]
    assert read("According to Vale News, Marn said the port was shut.") == [
        ("Marn", "said", ["the port was shut"], "Vale News")
    ]
    assert read("Analysts told Vale News that, according to Marn, the port was shut.") == [
        ("Marn", "according to", ["the port was shut"], "Analysts")
    ]
    assert read("Vale News quoted Marn as saying that the port was shut.") == [
        ("Marn", "quoted", ["the port was shut"], "Vale News")
    ]
    assert read("Citing Vale News as the source, Marn said the port was shut.") == [
        ("Marn", "said", ["the port was shut"], "Vale News")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The reported advance stalled.",
        "It was said to be a port.",
        "Claims that were made later proved false.",
        "The port did not say that.",
        "He would not say that the port was shut.",
        "The work went according to plan.",
        "The reality on the ground suggests that peace is far.",
        "This analysis fits Vardia’s stated goal of peace.",
        "The dozen reports were old.",
        "The assertion that all is calm raises questions.",
        "He told nobody.",
        "The cause is open, as no official report confirmed it.",
        "Marn’s report was long, they read.",
        "A hill that Vardia claims to hold was shelled.",
        "The Vale Report was long.",
        "The depot at Belmar, according to Zan, houses drones.",
        "The planned strike, according to Zan, occurred on Monday.",
        "Satellite imagery and local reports back up the capture.",
        "Local reports back up the capture.",
        "He said in a video that the ministry posted.",
        "He read “a long and dull book” in Belmar.",
        "When the army left Belmar and said so, Zan fled.",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert read(text) == []


def test_what_never_stops_is_no_sentence() -> None:
    assert read("he said that " * LONGEST) == []
