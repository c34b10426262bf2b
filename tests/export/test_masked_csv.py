import csv
import io

from counterclaim.export.exports import export
from counterclaim.masking.masks import mask
from counterclaim.masking.shape import masked

from conftest import MakeReport, tell


def test_csv_says_whose_claimant_is_masked(make_report: MakeReport) -> None:
    report = make_report("Made-up text.\nThe miner Oskar Venn said the old bridge was open again.")
    line = tell(report, who="The miner Oskar Venn").as_json()
    shown = masked(line, mask(report, [line]))
    plain, hidden = csv.DictReader(io.StringIO("\n".join(export("csv")([line, shown]))))
    assert plain.keys() == hidden.keys()
    assert (plain["claimant_written"], plain["claimant_masked"]) == ("The miner Oskar Venn", "")
    assert (hidden["claimant_written"], hidden["claimant_masked"]) == ("", "true")
    assert hidden["sentence"] == "The miner █████ ████ said the old bridge was open again."
