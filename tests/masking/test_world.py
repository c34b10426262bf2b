from counterclaim.masking.world import World, world


def test_what_is_known_of_names_in_a_theatre() -> None:
    vardia = world("vardia")
    assert vardia.is_place("Dorn")
    assert not vardia.is_place("Oskar")
    assert vardia.is_people("Tesharish")
    assert vardia.is_people("Lirenian")
    assert vardia.is_body("Ministry of Defence of Vardia")
    assert not vardia.is_body("Oskar Venn")


def test_who_speaks_for_a_body_by_the_roster() -> None:
    vardia = world("vardia")
    assert vardia.is_official("Ilse Marn")
    assert vardia.is_official("Tove Brandel")  # a retired general, known as a commentator
    assert not vardia.is_official("Oskar Marn")
    assert not vardia.is_official("Marn")
    assert vardia.is_actor("a_marn")
    assert not vardia.is_actor("a_vd_defence")
    assert not vardia.is_actor(None)


def test_soldiers_of_the_roster_speak_for_nobody() -> None:
    vardia = world("vardia")
    for name in ("Granite", "Heron", "Miller", "Sable"):
        assert not vardia.is_official(name)
        assert vardia.is_soldier(name)
    assert not vardia.is_soldier("Marn")


def test_of_a_theatre_that_is_not_ours_nothing_is_known() -> None:
    assert world("nowhere") == World()
    assert not World().is_place("Dorn")
    assert not World().is_official("Ilse Marn")
