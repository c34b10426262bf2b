import pytest

from counterclaim.reading.names import name
from counterclaim.reading.tokens import tokens


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Ilka Marn", "Ilka Marn"),
        ("Vardian General Ilka Marn", "Ilka Marn"),
        ("President Marn", "Marn"),
        ("army chief Gen. Ilka Marn", "Ilka Marn"),
        ("Lieutenant-Colonel Ilka Marn", "Ilka Marn"),
        ("Vardian Secretary of State Ilka Marn", "Ilka Marn"),
        ("Minister of Culture and Sport Ilka Marn", "Ilka Marn"),
        ("the minister of defence Ilka Marn", "Ilka Marn"),
        ("the Secretary of State", None),
        ("Getty Images Norway", "Norway"),
        ("Getty Images", None),
        ("Reuters Norway", "Norway"),
        ("Ilka Marn, the head of the Belmar council", "Ilka Marn"),
        ("the head of the council, Ilka Marn", "Ilka Marn"),
        ("Ilka Marn of the Belmar council", "Ilka Marn"),
        ("the Vardian Ministry of Defense", "Vardian Ministry of Defense"),
        ("the General Staff of the Armed Forces of Vardia", "General Staff of the Armed Forces of Vardia"),
        ("Vardia’s Zan", "Zan"),
        ("Vardia's Ilka Marn", "Ilka Marn"),
        ("Vardia’s General Staff", "Vardia’s General Staff"),
        ("Vardian officials", None),
        ("A Vardian soldier", None),
        ("a spokesman for the Ministry of Defense", None),
        ("the president", None),
        ("the Defense Minister", None),
        ("the Prosecutor General’s Office", "Prosecutor General’s Office"),
        ("President von der Marn", "von der Marn"),
        ("Minister of Foreign Affairs Ilka Marn", "Ilka Marn"),
        ("the Karsk Chamber of Trade", "Karsk Chamber of Trade"),
        ("the Kremlin", "Kremlin"),
        ("the US", "US"),
        ("Tesharish and Vardian officials", None),
        ("the US and its allies", "US"),
        ("he", None),
        ("I", None),
        ("Residents", None),
        ("Some analysts", None),
        ("A refugee who fled Belmar", None),
        ("Ilka Marn and her aides", "Ilka Marn"),
        ("President Marn and senior officials", "Marn"),
        ("Marn and Vardian officials", "Marn"),
        ("Reuters and local media", "Reuters"),
        ("the Karsk-based Vale Now TV channel", "Vale Now TV"),
        ("the Norwegian newspaper Dagen", "Dagen"),
        ("a Telegram channel", None),
        ("the Norwegian newspaper", None),
        ("Lord & Taylor", "Lord & Taylor"),
        ("Prime Minister Ilka Marn’s Office", "Ilka Marn’s Office"),
    ],
)
def test_the_name_in_a_phrase(phrase: str, found: str | None) -> None:
    made = tokens(phrase, 0, len(phrase))
    place = name(made)
    assert (phrase[made[place[0]].start : made[place[1] - 1].end] if place else None) == found
