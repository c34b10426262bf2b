"""Stories of the real set are made from an annotator's labels beside texts; no text goes with them."""

import json
from pathlib import Path

from counterclaim.evaluating.story import Story, faults
from counterclaim.model.report import text_hash

import stories

TEXT = "Made-up text: the mayor of Belmar said that the bridge was open.\n"
LABELS = {
    "story": 7,
    "event": "a bridge",
    "reports": ["01", "02"],
    "tellings": [{"id": "01a", "report": "01", "content": [0, 5]}, {"id": "02a", "report": "02", "content": [0, 5]}],
    "claims": [
        {
            "id": "C1", "what": "the bridge is open", "claimant": "the mayor", "tellings": ["01a", "02a"],
            "origin": "unheld: Belmar Wire", "parents": {"02a": "01a"},
            "drift": [
                {"from": "01a", "to": "02a", "slot": "name", "change": "name_altered", "was": "Belmar", "is": "Belmor"},
                {"from": None, "to": "02a", "slot": "name", "change": "name_altered", "was": "?", "is": "Belmor"},
            ],
        }
    ],
    "positions": [{"question": "is it open?", "answer": "yes", "claims": ["C1"], "roots": ["the mayor"]}],
}  # fmt: skip


def test_a_story_is_kept_by_addresses_hashes_and_offsets(tmp_path: Path) -> None:
    for name in ("01", "02"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
        (tmp_path / f"{name}.json").write_text(json.dumps({"address": f"https://example.org/{name}"}))
    (tmp_path / "labels.json").write_text(json.dumps(LABELS))
    made = stories.story(tmp_path)
    assert made["reports"][0]["sha256"] == text_hash(TEXT)
    assert TEXT.strip() not in json.dumps(made)
    (claim,) = made["claims"]
    assert claim["origin"] == {"unheld": "Belmar Wire"}
    assert (claim["parents"], [item["from"] for item in claim["drift"]]) == ({"02/a": "01/a"}, ["01/a"])
    assert faults(Story.from_json(made), ["01/a", "02/a"]) == []
