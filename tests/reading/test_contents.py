import pytest

from counterclaim.model.report import Report
from counterclaim.reading.contents import squared, told, whole
from counterclaim.reading.layout import Layout, Range


def layout(text: str) -> Layout:
    return Layout.of(Report(id="r", text=text, path="a", location="a", language="en"))


def place(text: str, words: str) -> Range:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "marked", "content"),
    [
        ("He said the port was shut.", "the port was shut.", "the port was shut"),
        ("“We have no boats,” he said.", "We have no boats,", "“We have no boats,”"),
        ("“We have no boats left here,” he said.", "“We have no boats left", "“We have no boats left here,”"),
        ("He called it “a very great day” for us all.", "it “a very great day", "it “a very great day”"),
        ("He said it fell, “as all things do in the end here”.", "it fell, “as", "it fell"),
        ("“He told me the bridge had fallen at noon, and that nobody had come to look.”", "the bridge", "the bridge"),
        ("“Go!” he said.", "“Go!”", "“Go!”"),
        ("“It fell. It burns.\n\n“It rains,” he said.", "“It fell. It burns.", "“It fell. It burns."),
    ],
)
def test_no_quotation_is_cut_and_no_stop_left(text: str, marked: str, content: str) -> None:
    first, last = squared(layout(text), place(text, marked))
    assert text[first:last] == content


@pytest.mark.parametrize(
    ("text", "marked", "cue", "content"),
    [
        ("He said that it fell.", "that it fell", "said", ["it fell"]),
        (
            "He said that “we will stay” and fight.",
            "that “we will stay” and fight",
            "said",
            ["“we will stay” and fight"],
        ),
        ("He said that $5 million was lost.", "that $5 million was lost", "said", ["$5 million was lost"]),
        ("He described how they were forced out.", "how they were forced out", "described", ["they were forced out"]),
        ("He said how many fell.", "how many fell", "said", ["how many fell"]),
        ("He doubted that.", "that", "doubted", ["that"]),
        ("He denied that account.", "that account", "denied", ["that account"]),
        ("They reported a fire, in which three died.", "a fire, in which", "reported", ["a fire"]),
        ("It rose by 5% and", "It rose by 5% and", "x", ["It rose by 5%"]),
        ("Analysts expect calm.", "Analysts expect", "expect", []),
        ("He blamed Belmar.", "Belmar", "blamed", []),
        ("He claimed victory.", "victory", "claimed", ["victory"]),
        ("He spoke of the", "the", "spoke", []),
        ("He called it “lies”.", "“lies”", "called", ["“lies”"]),
        (
            "“The port, he said, was shut for good.”",
            "“The port, he said, was shut for good.”",
            "he said",
            ["“The port", "was shut for good.”"],
        ),
    ],
)
def test_what_is_told(text: str, marked: str, cue: str, content: list[str]) -> None:
    said = place(text, cue) if cue in text else None
    found = list(told(layout(text), [place(text, marked)], said, [said] if said else []))
    assert [text[slice(*piece)] for group in found for piece in group] == content
    assert len(found) <= 1


@pytest.mark.parametrize(
    ("text", "contents", "between", "groups"),
    [
        ("The port, he said, was shut.", ["The port", "was shut"], ["he", "said"], 1),
        ("Morale, he said, fell.", ["Morale", "fell"], ["he", "said"], 1),
        (
            "The port was shut, he said, and roads were mined.",
            ["The port was shut", "roads were mined"],
            ["he said"],
            2,
        ),
        ("It fell, he said; it burns.", ["It fell", "it burns"], ["he said"], 2),
        ("“It fell.” He said so. “It burns.”", ["“It fell.”", "“It burns.”"], ["He said"], 2),
        ("He said it fell, it burns.", ["it fell", "it burns"], ["He said"], 2),
    ],
)
def test_what_interrupts_a_content_parts_it_and_a_new_clause_is_another(
    text: str, contents: list[str], between: list[str], groups: int
) -> None:
    places, marks = ([place(text, one) for one in each] for each in (contents, between))
    assert len(list(told(layout(text), places, None, marks))) == groups


def test_what_lies_in_one_quotation_is_one_content_unless_it_is_interrupted() -> None:
    text = "“It fell. It burns,” he said. It rains."
    pieces = [place(text, one) for one in ("It fell", "It burns", "It rains")]
    assert [text[slice(*each)] for each in whole(layout(text), pieces)] == ["It fell. It burns", "It rains"]
    assert len(whole(layout(text), pieces, [(8, 9)])) == 3


@pytest.mark.parametrize(
    ("text", "marked", "cue", "contents"),
    [
        ("Velm and Teshar accused each other.", ["each other"], "accused", []),
        ("Teshar accused it of cutting the road.", ["it of", "cutting the road"], "accused", ["cutting the road"]),
        ("Marn said he believed.", ["he believed"], "said", []),
        ("What Marn claims to show is a mill.", ["to"], "claims", []),
        (
            "Marn said he believed “the bridge will hold”.",
            ["he believed", "“the bridge will hold”"],
            "said",
            ["he believed “the bridge will hold”"],
        ),
        ("Marn hailed the mill of what he called a village.", ["the mill of what he"], "hailed", ["the mill"]),
        ("Marn said the war broke out following protests.", ["the war broke out following"], "said",
         ["the war broke out"]),
        ("Marn said it burned soon after.", ["it burned soon after"], "said", ["it burned soon after"]),
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_content(text: str, marked: list[str], cue: str, contents: list[str]) -> None:
    found = told(layout(text), [place(text, words) for words in marked], place(text, cue), [place(text, cue)])
    assert [text[group[0][0] : group[-1][1]] for group in found] == contents
