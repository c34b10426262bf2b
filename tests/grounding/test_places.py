"""Which place a name means, when that cannot be told, and what is no place at all. Sentences are the tests' own."""

from dataclasses import replace

import pytest

from counterclaim.grounding.evidence import Evidence
from counterclaim.grounding.places import Asked, grounded, mentions
from counterclaim.grounding.powers import SPECIAL
from counterclaim.grounding.surroundings import Surroundings, tokens
from counterclaim.grounding.weighing import MARGIN, Scales
from counterclaim.lang.data import rows
from counterclaim.model.mention import Mention
from counterclaim.model.place import PlaceState
from counterclaim.theatres.gazetteer import gazetteer
from made_tellings import Line, Who, tell

POKROVSK, RIVNE_CITY = "UA14160210010099403", "UA56060470010041018"


def found(text: str, language: str = "en", theatre: str = "ukraine", **more: object) -> dict[str, Mention]:
    return {one.place.written: one for one in mentions(Asked(text, language, theatre, **more))}  # type: ignore[arg-type]


def types(text: str, language: str = "en", theatre: str = "ukraine") -> dict[str, str]:
    return {written: str(one.type) for written, one in found(text, language, theatre).items()}


@pytest.mark.parametrize("name", ["Krasnoarmeysk", "Krasny Armeysk", "Krasnoarmiske"])
def test_former_and_press_names_are_the_towns(name: str) -> None:
    said = found(f"Fighting went on in {name}, a city in the Donetsk region.")[name]
    assert (said.place.id, said.place.name, said.place.precision) == (POKROVSK, "Pokrovsk", "settlement")
    assert said.place.within == ("Pokrovsk raion", "Donetsk oblast", "Ukraine")
    assert said.place.reasons


def test_two_villages_of_one_name_are_ambiguous_and_the_city_comes_last() -> None:
    text = "The settlement of Rovno in the Donetsk People’s Republic was named."
    place = found(text, ground_war=[(18, 23)])["Rovno"].place
    assert (place.state, place.id, place.lat) == (PlaceState.AMBIGUOUS, None, None)
    *villages, city = place.alternatives
    assert [one.name.rpartition(", ")[2] for one in villages] == ["Donetsk oblast", "Donetsk oblast"]
    assert city.id == RIVNE_CITY
    assert any("no fighting on the ground" in reason for reason in city.reasons)


@pytest.mark.parametrize("nouns", [("town", "city"), ("city", "town")])
def test_what_it_is_called_stands_in_the_order_of_the_text(nouns: tuple[str, str]) -> None:
    first, then = nouns
    reasons = found(f"The {first} of Pokrovsk was shelled. Later the {then} of Pokrovsk burned.")[
        "Pokrovsk"
    ].place.reasons
    called = [reason.split(",")[0] for reason in reasons if "calls it" in reason]
    assert called == [f"the report calls it a {noun}" for noun in nouns]


def test_a_misspelt_village_is_found_near_an_anchor_only() -> None:
    text = "On the Kupyansk direction the capture of Kucherkovka was reported."
    hint = [(text.index("Kucherkovka"), text.index(" was"))]
    place = found(text, hints=hint)["Kucherkovka"].place
    assert (place.name, place.within[:2]) == ("Kucherivka", ("Kupiansk raion", "Kharkiv oblast"))
    alone = "The capture of Kucherkovka was reported."
    assert found(alone, hints=[(15, 26)])["Kucherkovka"].place.state is PlaceState.UNRESOLVED


def test_a_direction_is_an_area_never_a_point() -> None:
    place = found("Fighting on the Kupyansk direction went on.")["Kupyansk direction"].place
    assert (place.state, place.lat, place.lon) == (PlaceState.AREA, None, None)


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("Губернатор Гладков сообщил об обстреле.", "ru", "Гладков"),
        ("Прокачка по нефтепроводу «Дружба» остановлена.", "ru", "Дружба"),
        ("ДНР и ЛНР заявили об этом.", "ru", "ДНР"),
        ("Республики заявили об этом.", "ru", "Республики"),
        ("Governor Pokrovsk spoke to the press.", "en", "Pokrovsk"),
        ("The Druzhba pipeline stood still.", "en", "Druzhba pipeline"),
        ("Work at the Pokrovske mine management went on.", "en", "Pokrovske mine"),
    ],
)
def test_what_peers_took_for_villages_is_none(text: str, language: str, written: str) -> None:
    one = found(text, language).get(written)
    assert one is None or one.place.state in (PlaceState.UNRESOLVED, PlaceState.AREA)
    assert all(other.place.lat is None for other in found(text, language).values())


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("Kyiv denies it.", "Kyiv", "metonym"),
        ("This is Moscow’s answer.", "Moscow", "metonym"),
        ("A train left from Kyiv on Monday.", "Kyiv", "settlement"),
        ("Ukraine rejected the plan.", "Ukraine", "metonym"),
        ("Roads in Ukraine are icy.", "Ukraine", "area"),
        ("The Dnipro is frozen.", "Dnipro", "feature"),
        ("He crossed the Oskil River.", "Oskil River", "feature"),
        ("The Kerch Bridge was closed.", "Kerch Bridge", "facility"),
        ("The Zaporizhzhia nuclear power plant has no power.", "Zaporizhzhia nuclear power plant", "facility"),
        ("Kharkiv residents stayed calm.", "Kharkiv", "demonym"),
        ("It snowed in Kharkiv Oblast.", "Kharkiv Oblast", "area"),
        ("It snowed in the regions of Luhansk and Donetsk.", "Luhansk", "area"),
        ("It snowed in the regions of Luhansk and Donetsk.", "Donetsk", "area"),
    ],
)
def test_what_a_name_names(text: str, written: str, kind: str) -> None:
    assert types(text).get(written) == kind


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("They gave weapons to Ukraine.", "Ukraine", "metonym"),
        ("She went to Ukraine.", "Ukraine", "area"),
        ("He put sanctions on Russia.", "Russia", "metonym"),
        ("Drones fell on Russia.", "Russia", "area"),
        ("They spoke of Russia’s full-scale invasion.", "Russia", "metonym"),
        ("They spoke of Russia’s eastern border.", "Russia", "area"),
        ("It was an ally of Poland.", "Poland", "metonym"),
        ("It was the east of Poland.", "Poland", "area"),
        ("He has fled from Russia and Belarus.", "Belarus", "area"),
        ("Talks between Russia and Belarus failed.", "Belarus", "metonym"),
        ("In the evening, Russia answered.", "Russia", "metonym"),
        ("He lives in Lviv, Ukraine.", "Ukraine", "area"),
        ("Although Ukraine agreed, it was late.", "Ukraine", "metonym"),
        ("He was tired of the Ukraine war.", "Ukraine", "demonym"),
        ("The Russia-Ukraine war went on.", "Russia", "demonym"),
        ("The US has agreed.", "US", "metonym"),
        ("Some U.S. officials agreed.", "U.S.", "demonym"),
        ("They fired US-made shells.", "US", "demonym"),
        ("He lives in the US.", "US", "area"),
        ("The Polish minister agreed with pro-Russian groups.", "Polish", "demonym"),
        ("The Polish minister agreed with pro-Russian groups.", "Russian", "demonym"),
        ("The Kremlin agreed.", "Kremlin", "metonym"),
        ("People all over Europe agreed.", "Europe", "area"),
        ("A ship sank in the Black Sea.", "Black Sea", "feature"),
        ("A ship of the Black Sea Fleet sank.", "Black Sea", "not_place"),
        ("Later Beijing answered that plan.", "Beijing", "metonym"),
        ("She lives in Beijing.", "Beijing", "settlement"),
        ("They agreed on support for Kyiv.", "Kyiv", "metonym"),
        ("She left for Kyiv.", "Kyiv", "settlement"),
        ("Snow lay on Kyiv’s streets.", "Kyiv", "settlement"),
        ("They saw the capital Kyiv.", "Kyiv", "settlement"),
        ("He sat in Lefortovo Prison.", "Lefortovo Prison", "facility"),
        ("A mine lies in Popasna, Luhansk.", "Luhansk", "area"),
        ("Snow fell in eastern and southern Ukraine.", "eastern and southern Ukraine", "area"),
        ("Snow fell in Ukraine’s east.", "Ukraine’s east", "area"),
        ("The European Union agreed.", "European", "not_place"),
        ("It was said by Kyiv-based bakers.", "Kyiv", "settlement"),
        ("Shops in the eastern outskirts of Pokrovsk closed.", "the eastern outskirts", "part"),
        ("They sat in Pokrovsk, in the railway quarter.", "the railway quarter", "part"),
    ],
)
def test_governments_lands_and_peoples(text: str, written: str, kind: str) -> None:
    assert types(text).get(written) == kind


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("President Vladimir Lysenko agreed.", "Vladimir"),
        ("Being late is no fault.", "Being"),
        ("She spoke in English about it.", "English"),
        ("Ms. Zelenska agreed.", "Zelenska"),
    ],
)
def test_first_names_languages_and_words_are_no_places(text: str, written: str) -> None:
    assert written not in types(text)


def test_words_may_stand_between_the_and_city() -> None:
    said = found("Shells fell on Pokrovsk. Yet the small mining city stands.")["the small mining city"]
    assert said.place.id == POKROVSK
    assert not {"the eastern part", "the central bank"} & set(types("It is the eastern part of the country."))


def test_a_capital_is_no_village_of_its_name_where_fighting_is_told() -> None:
    text = "Troops are west of Kyiv in the north."
    assert found(text, ground_war=[(19, 23)])["Kyiv"].place.name == "Kyiv"


def test_a_people_is_known_by_its_country() -> None:
    assert types("A Lirenian doctor came.", theatre="vardia")["Lirenian"] == "demonym"


def test_a_month_and_a_person_are_no_towns() -> None:
    assert "March" not in types("In March it snowed.", theatre="vardia")
    assert "Volodymyr" not in {
        written for written, kind in types("Volodymyr Lysenko is a baker.").items() if kind == "settlement"
    }


def test_an_area_beside_a_name_decides() -> None:
    text = "Tornivo in the Jolvik District was quiet; Tornivo near Olmen was not."
    ids = [one.place.id for one in mentions(Asked(text, "en", "vardia")) if one.place.written == "Tornivo"]
    assert ids == ["p_tornivo_jolvik", "p_tornivo_olmen"]


@pytest.mark.parametrize("said", ["Donbas", "the Donbass region"])
def test_what_lies_in_one_of_a_regions_oblasts_lies_in_the_region(said: str) -> None:
    place = found(f"Troops advanced near Pokrovsk in {said}.")["Pokrovsk"].place
    assert place.id == POKROVSK
    assert "it lies in Donbas, named beside it (+60)" in place.reasons
    elsewhere = [one for one in place.alternatives if "Dnipropetrovsk oblast" in one.name]
    assert all("it does not lie in the area named beside it (-60)" in one.reasons for one in elsewhere)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Kharkov Region", "Kharkiv oblast"),
        ("Kiev Region", "Kyiv oblast"),
        ("Chernigov region", "Chernihiv oblast"),
        ("Lvov Oblast", "Lviv oblast"),
        ("Odessa Region", "Odesa oblast"),
        ("Donetska oblast", "Donetsk oblast"),
        ("Donetska hromada", "Donetsk hromada"),
    ],
)
def test_areas_are_known_in_spellings_of_the_press_and_the_un(said: str, name: str) -> None:
    place = found(f"Strikes were reported in the {said} on Monday.")[said].place
    assert (place.state, place.name) == (PlaceState.AREA, name)


def test_a_list_before_oblasts_is_of_oblasts() -> None:
    said = found("Strikes hit Donetska, Khersonska and Zaporizka oblasts.").values()
    assert [one.place.name for one in said] == ["Donetsk oblast", "Kherson oblast", "Zaporizhzhia oblast"]


@pytest.mark.parametrize(("said", "name"), [("Kharkov", "Kharkiv"), ("Chernigov", "Chernihiv"), ("Rovno", "Rivne")])
def test_a_citys_name_alone_is_the_city_though_its_area_has_it_too(said: str, name: str) -> None:
    place = found(f"Strikes were reported in {said} on Monday.")[said].place
    assert (place.state, place.name) == (PlaceState.RESOLVED, name)


def test_two_names_said_to_be_one_place() -> None:
    text = "Dzerzhinsk, known as Toretsk in Ukrainian, lies in ruins."
    ids = {one.place.id for one in found(text).values() if one.type == "settlement"}
    assert len(ids) == 1


def test_words_refer_to_a_place_of_the_report_or_to_none() -> None:
    text = "Shells fell on Pokrovsk. The city has no water, and nobody is left there. The village is far."
    said = found(text.replace("The city", "Yet the city").replace("The village", "Yet the village"))
    assert said["the city"].place.id == said["there"].place.id == POKROVSK
    assert said["the city"].place.reasons[0] == "refers to Pokrovsk"
    assert said["the village"].place.state is PlaceState.UNRESOLVED
    assert "there" not in found("Shells fell on Pokrovsk. Since then there were none.")


def test_part_of_a_town_keeps_the_town() -> None:
    said = found("Smoke rose over northern Pokrovsk.")
    assert (said["Pokrovsk"].place.id, said["Pokrovsk"].place.part) == (POKROVSK, "northern")
    assert said["northern"].type == "part"


def test_one_unresolved_name_leaves_the_rest_as_they_are() -> None:
    said = found("The village of Qwertyk and the city of Pokrovsk were quiet.")
    assert said["Qwertyk"].place.state is PlaceState.UNRESOLVED
    assert said["Pokrovsk"].place.id == POKROVSK


def test_reasons_are_points_that_add_up_to_a_lead() -> None:
    place = found("It snowed in Kharkiv and Lyman.")["Lyman"].place
    points = [sum(int(reason.rpartition("(")[2].rstrip(")")) for reason in one.reasons) for one in place.alternatives]
    own = sum(int(reason.rpartition("(")[2].rstrip(")")) for reason in place.reasons)
    assert points == sorted(points, reverse=True)
    assert own >= points[0] + MARGIN


@pytest.mark.parametrize("text", ["", "there", "the city", "…", "A" * 5000, "Dorn " * 2000, "«»“”’" * 500])
def test_odd_texts_are_grounded_without_a_fault(text: str) -> None:
    for one in mentions(Asked(text, "en", "vardia")):
        assert one.place.span is not None
        assert text[one.place.span.start : one.place.span.end] == one.place.written


def test_no_theatre_names_nothing() -> None:
    assert [one for one in mentions(Asked("It snowed in Pokrovsk.", "en", None)) if one.place.id] == []


def test_russian_and_ukrainian_names_are_found_bent() -> None:
    said = found("Бои идут под Купянском и в Авдеевке.", "ru")
    assert {one.place.name for one in said.values()} >= {"Kupiansk", "Avdiivka"}
    said = found("Обстріл у Кременчуці та на Херсонщині.", "uk")
    assert {one.place.name for one in said.values()} >= {"Kremenchuk", "Kherson oblast"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Взрыв в Новой Каховке.", "ru", "Nova Kakhovka"),
        ("Дрон летел на Новую Каховку.", "ru", "Nova Kakhovka"),
        ("Обстрел Великого Бурлука продолжался.", "ru", "Velykyi Burluk"),
        ("Под Кривым Рогом тихо.", "ru", "Kryvyi Rih"),
        ("Дорога идёт к Белой Церкви.", "ru", "Bila Tserkva"),
        ("Склад в Старом Осколе горит.", "ru", "Staryy Oskol"),
        ("У Новій Каховці тихо.", "uk", "Nova Kakhovka"),
        ("У Кривому Розі тихо.", "uk", "Kryvyi Rih"),
        ("Під Білою Церквою тихо.", "uk", "Bila Tserkva"),
        ("До Нижньої Дуванки далеко.", "uk", "Nyzhnia Duvanka"),
        ("Удар по Старокостянтинову.", "uk", "Starokostiantyniv"),
    ],
)
def test_every_word_of_a_name_may_be_bent(text: str, language: str, name: str) -> None:
    (one,) = found(text, language).values()
    assert (one.type, one.place.name) == ("settlement", name)


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("Губернатор Севастополя опроверг это.", "ru", "Севастополя"),
        ("Так сказано в письме мэра Мелитополя.", "ru", "Мелитополя"),
        ("Мэр Балаклеи ответил.", "ru", "Балаклеи"),
        ("Мэр Мелитополя Пётр Горкин ответил.", "ru", "Мелитополя"),
        ("Письмо главы Мелитополя Петра Горкина пришло.", "ru", "Мелитополя"),
        ("Администрация Херсона ответила.", "ru", "Херсона"),
        ("Мер Миколаєва відповів.", "uk", "Миколаєва"),
    ],
)
def test_a_town_in_the_genitive_behind_an_office_is_whose_office_it_is(text: str, language: str, written: str) -> None:
    assert types(text, language)[written] == "settlement"


@pytest.mark.parametrize(
    "text",
    [
        "Слова губернатора Гладкова услышали.",
        "Губернатор Гладкова ответила.",
        "Майор Петров ответил.",
        "Слова мэра Владимира Горкина услышали.",
        "Слова мэра Владимира Ивановича Горкина услышали.",
        "Слова администрации Ильи Полтавы услышали.",
    ],
)
def test_a_surname_behind_an_office_is_no_town(text: str) -> None:
    assert "settlement" not in types(text, "ru").values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Взрыв в подконтрольном Киеву Красноармейске.", {"Киеву": "settlement", "Красноармейске": "settlement"}),
        ("Взрыв в подконтрольном России Мелитополе.", {"России": "area", "Мелитополе": "settlement"}),
        ("Письмо о Владимире Полтаве пришло.", {"Полтаве": "not_place"}),
    ],
)
def test_of_two_places_side_by_side_one_holds_the_other(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= types(text, "ru").items()


@pytest.mark.parametrize(
    ("content", "area", "place"),
    [
        ("Dorn, a town in the Halm district, had been captured", "Halm district", "Dorn"),
        ("Dorn, in the Halm district, was taken", "Halm district", "Dorn"),
        ("Dorn was shelled while the Halm district was quiet", "Halm district", "Halm district"),
        ("troops left Dorn and crossed the Halm district", "Halm district", "Halm district"),
    ],
)
def test_the_settlement_goes_before_the_area_that_says_where_it_lies(content: str, area: str, place: str) -> None:
    (telling,) = tell("Velmpress", Line(content, Who("Ilse Marn"), place=(area, None)))
    text = telling.report.text
    (after,) = grounded([telling], mentions(Asked(text, "en", "vardia")))
    assert after.place is not None
    assert after.place.written == place


def test_nothing_goes_on_in_a_whole_country_that_another_sentence_names() -> None:
    who = Who("Ilse Marn")
    first, second = tell("Velmpress", Line("shells fell in Vardia", who, place=("Vardia", None)), Line("one died", who))
    told = [first, replace(second, place=first.place)]
    after = grounded(told, mentions(Asked(first.report.text, "en", "vardia")))
    assert [one.place.written if one.place else None for one in after] == ["Vardia", None]


def test_an_area_of_the_same_sentence_says_more_than_one_elsewhere() -> None:
    text = "Shells fell on Odesa region and Mykolaiv region. In the Kherson region, troops took Lozove."
    place = found(text)["Lozove"].place
    assert place.within[:2] == ("Beryslav raion", "Kherson oblast")
    assert "it lies in Kherson oblast, named in one sentence with it (+30)" in place.reasons


def test_a_name_that_is_only_nearly_a_villages_is_none_without_more() -> None:
    far = found("The match was played in Lublin on Tuesday.", hints=[(24, 30)])["Lublin"].place
    assert (far.state, far.id) == (PlaceState.UNRESOLVED, None)
    assert far.alternatives, "what it may mean is kept"


def test_what_lies_in_an_area_that_is_not_known_is_no_namesake_elsewhere() -> None:
    place = found("A plant stood outside the town of Svobodne, in Amur region.")["Svobodne"].place
    assert place.state is not PlaceState.RESOLVED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The battle for the airbase close to Kyiv went on.", "settlement"),
        ("Officials close to Kyiv said so.", "metonym"),
        ("It was aimed at the capital, Kyiv, and at two towns.", "settlement"),
        ("He went to Kyiv, Ukraine, on Monday.", "settlement"),
        ("Support for Kyiv, Senator Hask said, was firm.", "metonym"),
        ("Despite calls on Kyiv to talk, nothing moved.", "metonym"),
        ("It followed a promise from Kyiv of a swift answer.", "metonym"),
        ("The regime in Kyiv was blamed.", "metonym"),
    ],
)
def test_a_capital_is_a_town_or_a_government(text: str, kind: str) -> None:
    assert types(text)["Kyiv"] == kind


def test_a_country_in_a_bodys_name_is_no_place() -> None:
    assert types("The Ministry of Defence of Ukraine reported it.")["Ukraine"] == "not_place"
    assert types("He was defence minister of Ukraine.")["Ukraine"] != "not_place"


def test_the_town_is_the_one_that_the_report_keeps_naming() -> None:
    text = (
        "Rockets hit Karsk at noon. The council of Karsk met. In Karsk the trams stood. "
        "Help came by road from Olmen. The town has asked for more."
    )
    said = found(text, theatre="vardia")
    assert said["The town"].place.name == "Karsk"


def test_of_two_places_as_near_and_two_areas_the_same_is_shown_in_whatever_order_they_come() -> None:
    places = gazetteer("vardia")
    one, other = (replace(places.named(name)[0].place, lat=48.0, lon=36.0) for name in ("Karsk", "Olmen"))
    named = places.named("Dorn")
    areas = [area.id for area in places.above(named[0].place)]
    shown = set()
    for keys, beside in ((("a", "b"), areas), (("b", "a"), areas[::-1])):
        given = Evidence(together={"k": keys}, next_to={"k": keys}, beside={"k": beside}, sure={"a": one, "b": other})
        shown.add(Scales(places, given, loosely=False).weighed("k", named)[0].reasons)
    assert len(areas) > 1
    assert len(shown) == 1


@pytest.mark.parametrize("how", ["beside", "listed", "around", "areas"])
def test_of_several_areas_named_the_smallest_is_shown(how: str) -> None:
    places = gazetteer("ukraine")
    (named,) = (one for one in places.named("Pokrovsk") if one.place.id == POKROVSK)
    above = {area.name: area.id for area in places.above(named.place)}
    (donbas,) = (one.place.id for one in places.named("Donbas") if one.place.type == "area")
    for said in ("Donetsk oblast", "Donbas"):
        areas = frozenset((above["Ukraine"], donbas, above.get(said, donbas)))
        held = areas if how == "areas" else {"k": areas}
        given = Evidence(regions={donbas: [above["Donetsk oblast"]]}, **{how: held})  # type: ignore[arg-type]
        reasons = Scales(places, given, loosely=False).weighed("k", [named])[0].reasons
        assert [reason for reason in reasons if f"it lies in {said}, " in reason]


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize("name", SPECIAL)
def test_whatever_is_of_a_class_may_begin_it(language: str, name: str) -> None:
    words = rows(language, "places")[name]["words"]
    for said in (each.replace("*", ending) for each in words for ending in ("", "a")):
        around = Surroundings(said, tokens(said), language)
        assert around.is_name(0, len(around.words), name)
        assert around.may_begin(0, name)
    assert not Surroundings("Qx", tokens("Qx"), language).may_begin(0, name)
