"""A marked report that many tests need, made up in the theatre Vardia."""

import pytest

from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled

MARKED = """---
id: sample-01
style: agency_item
theatre: vardia
outlet: Lirenia Press Association
published: 2031-03-05
language: en
by: author
---
[MADE UP] Vardia and everything in this text are invented.

{s1:Governor Ilse Marn} {q1:told} {s2:the agency Velmpress} {d1:on Tuesday} that {c1:{a1:{p2:Tesharish} shelling} of \
{p1:Myrhal} had killed {n1:at least three people}}. {c2:“We {h1:may} have to evacuate,”} {s3:she} {q2:added}, \
{c2:“by night.”} {x1:The question of what comes next is hard to answer.}

{s4:Druvan} {q3:denied} {c3:the {l1:liberation} of {p3:the town}}. \
{c4:{a2:Two soldiers} died in {p4:Karsk} and {p5:Myrhal}}.
===
s1: {name: Ilse Marn, class: named_person, role: Governor, party: vardia, actor: a_marn}
s2: {name: Velmpress, class: media, party: vardia, actor: a_velmpress}
s3: {same: s1}
s4: {name: Druvan, class: body, party: teshar}
a1: {party: teshar}
p1: {type: settlement, id: p_myrhal}
p2: {type: demonym}
p3: {type: reference, id: p_myrhal}
p4: {type: settlement, id: p_karsk}
p5: {type: settlement, id: p_myrhal}
d1: 2031-03-04
n1: {metric: killed, who: people, count: ">=3"}
l1: attributed
x1: commentary
t1: {content: c1, cue: q1, relays: [s2], claimant: s1, kind: casualties, said: d1, place: p1, quantities: [n1], \
slots: {agent: a1, affected: n1}}
t2: {content: c2, cue: q2, claimant: s3, kind: displacement, stance: affirms/hedged, hedges: [h1]}
t3: {content: c3, cue: q3, claimant: s4, kind: control_changed, stance: denies/asserted, answers: t1, place: p3, \
slots: {holder: {party: teshar, inferred: party of the claimant}}}
t4: {content: c4, kind: casualties, place: [p4, p5], background: true, slots: {affected: a2}}
"""


@pytest.fixture
def marked_text() -> str:
    return MARKED


@pytest.fixture
def sample() -> Labelled:
    return annotated(MARKED)
