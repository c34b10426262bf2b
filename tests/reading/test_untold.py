import pytest

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.untold import is_untold
from counterclaim.reading.windows import Words


def untold(text: str, source: str, cue: str, content: str) -> bool:
    words = Words.of(
        Layout.of(Report(id="r", text=text, path="a", location="a", language="en")), Vocabulary({"[UNK]": 1})
    )

    def run(said: str) -> Range:
        return words.run(text.index(said), text.index(said) + len(said))

    one = Attribution((run(content),), run(cue) if cue else None, None, run(source) if source else None)
    return is_untold(words, one)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry did not say how many were hurt.", "The ministry", "say", "how many were hurt"),
        ("Marn declined to comment on the strike.", "Marn", "comment", "the strike"),
        ("It is unclear who fired.", "", "unclear", "who fired"),
        ("Reporters asked whether the town had fallen.", "Reporters", "asked", "whether the town had fallen"),
        ("Marn ordered the troops to halt.", "Marn", "ordered", "the troops to halt"),
        ("They discussed the situation in Belmar.", "They", "discussed", "the situation in Belmar"),
        ("His account paints a grim picture.", "His account", "paints", "a grim picture"),
        ("Marn came to address the council.", "Marn", "to", "address the council"),
        ("Orsk neither confirmed nor denied the losses.", "Orsk", "denied", "the losses"),
        ("Marn suggested asking: would it help to leave?", "Marn", "suggested", "would it help to leave"),
        ("The brigade is called “Iron Gate”.", "", "called", "“Iron Gate”"),
        ("“Was it you?” he asked.", "he", "asked", "“Was it you?”"),
        ("Marn called both Zedrin and Ilka Gelt on Friday.", "Marn", "called", "both Zedrin and Ilka Gelt"),
        ("The war claimed some 1,300 lives in Dorn.", "The war", "claimed", "some 1,300 lives in Dorn"),
        ("The term “full return of the valley” is often invoked.", "", "invoked", "“full return of the valley”"),
        ("Marn heard this at a command post.", "Marn", "heard", "this"),
        ("No official acknowledged the loss of Dorn.", "No official", "acknowledged", "the loss of Dorn"),
        ("None of the officers confirmed that Dorn fell.", "None of the officers", "confirmed", "that Dorn fell"),
        ("Marn received the reports on Sunday.", "Marn", "received", "the reports"),
        ("Marn said nothing about the losses.", "Marn", "said", "nothing about the losses"),
        ("Marn made no mention of the fall of Dorn.", "Marn", "made", "the fall of Dorn"),
        ("Marn heard reports from the commanders on their needs.", "Marn", "heard", "reports from the commanders"),
    ],
)
def test_what_is_not_told(text: str, source: str, cue: str, content: str) -> None:
    assert untold(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The town has not fallen, Marn said.", "Marn", "said", "The town has not fallen"),
        ("Marn, who is not a member, said that the town fell.", "Marn", "said", "the town fell"),
        ("Nothing of the village remains, Marn said.", "Marn", "said", "Nothing of the village remains"),
        ("Marn made it clear that the town fell.", "Marn", "made", "the town fell"),
        ("Marn denied that the town fell.", "Marn", "denied", "the town fell"),
        ("He doubted whether the town could hold out.", "He", "doubted", "whether the town could hold out"),
        ("He spoke of 61 soldiers who had come back.", "He", "spoke", "61 soldiers who had come back"),
        ("“Was it you? It burns.” he asked.", "he", "asked", "“Was it you? It burns.”"),
        ("“Was it you?” he said.", "he", "said", "“Was it you?”"),
        ("Marn called Gelt a liar.", "Marn", "called", "Gelt a liar"),
        ("The ministry claimed 40 tanks.", "The ministry", "claimed", "40 tanks"),
        ("Marn invoked “the war that nobody wanted”.", "Marn", "invoked", "“the war that nobody wanted”"),
        ("“No!” Marn said.", "Marn", "said", "“No!”"),
        ("Neighbours heard three explosions.", "Neighbours", "heard", "three explosions"),
        ("Neighbours heard this blast.", "Neighbours", "heard", "this blast"),
        ("Marn heard that the town fell.", "Marn", "heard", "that the town fell"),
    ],
)
def test_what_is_told(text: str, source: str, cue: str, content: str) -> None:
    assert not untold(text, source, cue, content)
