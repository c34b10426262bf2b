"""What a telling rests on: rows that fire, and notes that reach the tellings they speak of."""

from counterclaim.reading.basis import dead_rows, knowledge_rows, note_rows


def test_every_row_fires_on_its_own_example() -> None:
    assert list(dead_rows()) == []
    assert {row.note for row in note_rows()} == {"unverified", "limited_access", "geolocated"}
    assert {row.basis for row in knowledge_rows()} == {"imagery", "document", "inferred", "was_told", "saw"}
