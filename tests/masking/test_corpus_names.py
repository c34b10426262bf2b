"""In the made-up corpus nobody is shown who holds no office, and few officials are masked."""

import pytest

import masked_names

STATED = {"Ari Tovel", "Arsen Vadel"}  # a fire chief, a deputy for construction: by the reports alone
BARE = {"Sorrel", "Ruel", "Marn"}  # “Colonel Marn”: a rank and half a name


@pytest.mark.parametrize("part", masked_names.PARTS)
def test_nobody_without_office_is_shown(part: str) -> None:
    found = list(masked_names.named(part))
    assert len(found) > 20
    assert {one.name for one in found if not (one.official or one.masked)} <= STATED
    assert {one.name for one in found if one.official and one.masked} <= BARE
