"""Both parties are read alike: exchanging them changes no kind and no claimant."""

import pytest

from mirror import mirrored, templates

LEAST = 0.97


def test_there_are_sixty_sentences() -> None:
    assert len(set(templates())) == 60


@pytest.mark.parametrize("theatre", ["vardia", "ukraine"])
def test_exchanging_the_parties_changes_nothing(theatre: str) -> None:
    pairs = list(mirrored(theatre))
    assert sum(ours == theirs for _, ours, theirs in pairs) >= LEAST * len(pairs)
