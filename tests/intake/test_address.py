import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.address import address, domain


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://vardia.example/a", "https://vardia.example/a"),
        ("http://WWW.Vardia.Example:80/a/#top", "https://vardia.example/a"),
        ("HTTPS://vardia.example:443", "https://vardia.example/"),
        ("https://vardia.example/?utm_source=x&fbclid=1", "https://vardia.example/"),
        ("https://vardia.example/a?id=7&UTM_Medium=y&gclid=2&p=1", "https://vardia.example/a?id=7&p=1"),
        ("https://vardia.example:8443/a", "https://vardia.example:8443/a"),
        ("https://vardia.example./a", "https://vardia.example/a"),
        ("https://вардия.example/мост", f"https://{'вардия'.encode('idna').decode()}.example/%D0%BC%D0%BE%D1%81%D1%82"),
        ("https://vardia.example/%d0%bc", "https://vardia.example/%D0%BC"),
        ("https://[2001:DB8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        (" https://vardia.example/A ", "https://vardia.example/A"),
    ],
)
def test_what_names_the_same_page_is_one_address(url: str, canonical: str) -> None:
    assert address(url) == canonical


@pytest.mark.parametrize(
    "url",
    [
        *("", "vardia", "vardia.example/a", "/a", "//vardia.example/a", "javascript:alert(1)", "file:///a"),
        *(
            "https://",
            "https:///a",
            "https://a b.example/",
            "https://vardia.example/a b",
            "https://a..b/",
            "https://a:x/",
        ),
        *(
            "https://me:secret@vardia.example/",
            "https://me@vardia.example/",
            "https://vardia.example:99999/",
            "https://[::1",
        ),
        *(
            'https://vardia.example/"><script>',
            "https://vardia.example\\@other.example/",
            "https://vardia.example/\n",
            "http://-/",
        ),
        "https://" + "ы" * 70 + ".example/",
    ],
)
def test_what_is_no_page_has_no_address(url: str) -> None:
    if url.endswith("\n"):
        url += "x"
    assert address(url) is None


def test_the_domain_is_the_host() -> None:
    assert domain("https://news.vardia.example:8443/a") == "news.vardia.example"


@given(st.text())
def test_any_words_are_an_address_or_none(words: str) -> None:
    address(words)
    address("https://" + words)


@given(st.from_regex(r"https?://[a-z]{1,8}\.example(/[a-zA-Z0-9%а-я._-]{0,8}){0,3}(\?[a-z=&_]{0,12})?", fullmatch=True))
def test_an_address_is_its_own_canonical_form(url: str) -> None:
    once = address(url)
    assert once is not None
    assert address(once) == once
