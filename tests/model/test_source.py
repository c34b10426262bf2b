import json

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span

some = st.none() | st.text(max_size=5)
spans = st.builds(lambda start, text: Span(start, start + len(text), text), st.integers(0, 99), st.text(min_size=1))


def sources(link: Link) -> st.SearchStrategy[Source]:
    classes = st.none() | st.sampled_from(SourceClass)
    return st.builds(Source, st.just(link), some, st.none() | spans, classes, some, some, some)


relays = st.lists(sources(Link.RELAY), max_size=3).map(tuple)
chains = st.builds(
    lambda outlet, between, claimant: Chain.of(outlet, relays=between, claimant=claimant),
    some,
    relays,
    st.none() | sources(Link.CLAIMANT),
)


@given(sources(Link.CLAIMANT) | sources(Link.RELAY))
def test_a_source_round_trips(source: Source) -> None:
    value = json.loads(json.dumps(source.as_json()))
    assert list(value) == ["as", "name", "written", "class", "role", "actor", "party", "start", "end", "reasons"]
    assert Source.from_json(value) == source


@given(chains)
def test_a_chain_round_trips(chain: Chain) -> None:
    assert Chain.from_json(json.loads(json.dumps(chain.as_json()))) == chain


@given(chains)
def test_the_outlet_stands_first_and_the_claimant_last(chain: Chain) -> None:
    links = [item["as"] for item in chain.as_json()]
    assert links == ["outlet", *["relay"] * len(chain.relays), *["claimant"] * (chain.claimant is not None)]


def test_an_outlet_in_its_own_voice_stands_alone() -> None:
    assert Chain.of(None, claimant=None).as_json() == [{"as": "outlet", "name": None}]


def test_what_is_written_are_the_words_of_the_span() -> None:
    source = Source(Link.CLAIMANT, "Valery Gerasimov", Span(0, 7, "General"), SourceClass.NAMED_PERSON)
    assert (source.written, source.as_json()["written"]) == ("General", "General")
    assert Source(Link.CLAIMANT).written is None
