"""Every row of the cue list fires on its own example."""

import pytest

from counterclaim.model.report import Report
from counterclaim.model.telling import Telling
from counterclaim.reading.cues import Cue, cues
from counterclaim.reading.thin import ThinReader


def read(text: str) -> list[Telling]:
    return ThinReader().read(Report(id="r_1", text=text, path="a.txt", location="a.txt", language="en"))


@pytest.mark.parametrize("cue", cues("en"), ids=lambda cue: cue.name)
def test_a_cue_fires_on_its_example(cue: Cue) -> None:
    fired = [telling.cue.text.lower() for telling in read(cue.example) if telling.cue]
    assert set(fired) & {*cue.forms, *cue.participle}


def test_a_verb_form_belongs_to_one_row() -> None:
    rows = [cue for cue in cues("en") if not cue.takes & {"noun", "passive", "before"}]
    forms = [form for cue in rows for form in (*cue.forms, *cue.participle)]
    assert sorted(set(forms)) == sorted(forms)


def test_each_example_stands_on_its_own() -> None:
    examples = [cue.example for cue in cues("en")]
    assert len(set(examples)) == len(examples)
