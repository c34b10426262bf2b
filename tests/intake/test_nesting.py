from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.nesting import MOST, check_nesting


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "b", "table", "ul", "svg", "x-made-up"])
def test_too_deep_is_said_soon(tag: str) -> None:
    with pytest.raises(InputError) as raised:
        check_nesting("<html>" + f"<{tag} class='a'>" * 100_000)
    assert raised.value.code == "nested"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * MOST + "</div>" * MOST,
        "<div>a</div>" * 50_000,
        "<p>made up" * 50_000,
        "<ul>" + "<li>made up" * 50_000,
        "<table>" + "<tr><td>made<td><p>up" * 50_000,
        "<dl>" + "<dt>made<dd>up" * 50_000,
        "made up<br>" * 50_000 + "<img src=a>" * 50_000,
        "<path d='a'/>" * 50_000,
        "<div><b>made up</div>" * 5_000,
        "<!--" + "<div>" * 50_000 + "-->",
        "<script>" + "<div>" * 50_000 + "</script>",
        "<!--" + "<div>" * 50_000,
        "</div>" * 50_000,
        "made up 1 < 2 " * 50_000,
    ],
)
def test_what_is_long_but_not_deep_passes(markup: str) -> None:
    check_nesting(markup)


def test_an_end_of_nothing_does_not_hide_depth() -> None:
    with pytest.raises(InputError):
        check_nesting("<div></b>" * (MOST + 1))


@pytest.mark.parametrize("markup", ["<", "<a ", "<!--", "<script>", "</x>", "<a>", "<!-- --", "<p>"])
def test_hostile_markup_takes_linear_time(markup: str) -> None:
    with suppress(InputError):
        check_nesting(markup * 300_000)


@given(st.text(st.sampled_from("<>/!-abp =\"'")))
def test_any_markup_is_measured(markup: str) -> None:
    check_nesting(markup)


@pytest.mark.parametrize("attribute", ["a{}=1", "a{}", "a{}='x y'"])
def test_an_overloaded_element_is_said(attribute: str) -> None:
    attributes = " ".join(attribute.format(number) for number in range(200_000))
    with pytest.raises(InputError) as raised:
        check_nesting(f"<html><p {attributes}>text</p>")
    assert raised.value.code == "nested"


def test_long_values_are_no_overload() -> None:
    check_nesting(f"<html><meta content='{'word ' * 5_000}'><p>text</p>")
