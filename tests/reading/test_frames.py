"""Frames: the kind of a proposition by its words."""

from counterclaim.kinds.kinds import OTHER, kinds
from counterclaim.reading.frames import dead_rows, frames, kind_by_frames, unlearned
from counterclaim.reading.network import KINDS


def test_every_frame_fires_on_its_own_example() -> None:
    assert list(dead_rows()) == []


def test_every_kind_but_other_has_frames() -> None:
    assert {frame.kind for frame in frames()} == set(kinds()) - {OTHER}


def test_the_frames_that_fire_most_decide() -> None:
    assert kind_by_frames("the capture of Dorn by assault troops") == "control_changed"
    assert kind_by_frames("nine soldiers surrendered and laid down their arms") == "capture_surrender"
    assert kind_by_frames("the sky is blue") == OTHER


def test_a_kind_that_no_network_has_learned_is_read_by_its_frames() -> None:
    learned = set(kinds()) - {"withdrawal"}
    assert unlearned("the brigade withdrew from Dorn", learned) == "withdrawal"
    assert unlearned("the capture of Dorn", learned) is None
    assert set(KINDS) == set(kinds())
