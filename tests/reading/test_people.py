from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.people import Named, People

TEXT = """[MADE UP] On Monday General Ilka Marn, the commander of the Belmar garrison, met spokeswoman Tessa Quill.

Marn said the Ministry of Rivers was late. The pilot Heron laughed."""


def people(text: str) -> dict[str, Named]:
    return {
        one.name: one
        for one in People.of(Layout.of(Report(id="r", text=text, path="a", location="a", language="en"))).found
    }


def test_who_is_named_and_what_is_said_of_them() -> None:
    found = people(TEXT)
    assert set(found) == {"Ilka Marn", "Belmar", "Tessa Quill", "Ministry of Rivers", "Heron"}
    assert {"general", "commander"} <= found["Ilka Marn"].roles
    assert len(found["Ilka Marn"].mentions) == 2
    assert found["Tessa Quill"].gender == "f"
    assert found["Heron"].is_person
    assert found["Ministry of Rivers"].is_body
    assert not found["Belmar"].is_person


def test_where_a_name_stood_last() -> None:
    one = people(TEXT)["Ilka Marn"]
    assert one.last_before(len(TEXT)) == TEXT.index("Marn said")
    assert one.last_before(TEXT.index("Marn said")) == TEXT.index("Ilka")
    assert one.last_before(0) == -1


def test_a_fuller_name_tells_anew_whether_it_is_a_body() -> None:
    one = Named("Halm")
    one.rename("Ministry of Halm")
    assert (one.name, one.parts, one.is_body) == ("Ministry of Halm", ["ministry", "of", "halm"], True)


def test_a_list_of_short_names_is_no_headline() -> None:
    assert "IAEA" in people("UK, USA, EU, NATO, IAEA.")
