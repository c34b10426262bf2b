import pytest

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.resolving import Resolver


def resolved(text: str, *phrases: str) -> list[str | None]:
    """The names of `phrases`, which are asked for in their order; each is looked for after the one before."""
    layout = Layout.of(Report(id="r", text=text, path="a", location="a", language="en"))
    resolver, at, found = Resolver(layout), 0, []
    for phrase in phrases:
        start = text.index(phrase, at)
        at = start + len(phrase)
        found.append(resolver.name((start, at)))
    return found


@pytest.mark.parametrize(
    ("text", "phrases", "names"),
    [
        ("General Ilka Marn said so. He left.", ["General Ilka Marn", "He"], ["Ilka Marn"] * 2),
        ("Ilka Marn, the mayor, spoke. The mayor left.", ["Ilka Marn, the mayor", "The mayor"], ["Ilka Marn"] * 2),
        ("Ilka Marn of the council spoke. Marn left.", ["Ilka Marn of the council", "Marn"], ["Ilka Marn"] * 2),
        ("Tessa Quill, who runs the port, said so.", ["who"], ["Tessa Quill"]),
        ("Clerks of the Ministry of Rivers left. The ministry is late.", ["The ministry"], ["Ministry of Rivers"]),
        ("It was on the channel Vale News. The channel left.", ["The channel"], ["Vale News"]),
        ("A soldier, call sign Otter, spoke. He left.", ["A soldier, call sign Otter", "He"], ["Otter"] * 2),
        ("Ilka Marn spoke. A baker said so. He left.", ["Ilka Marn", "A baker", "He"], ["Ilka Marn", None, None]),
        ("Spokeswoman Tessa Quill met Arn Belov. She said so.", ["She"], ["Tessa Quill"]),
        ("The district council wrote so.", ["The district council"], ["district council"]),
        ("Residents said so.", ["Residents"], [None]),
        (
            "Ilka Marn, the mayor of Lower Dorn, left. She came.",
            ["Ilka Marn, the mayor of Lower Dorn", "She"],
            ["Ilka Marn"] * 2,
        ),
        (
            "Its deputy minister of defence Oles Brandt left.",
            ["Its deputy minister of defence Oles Brandt"],
            ["Oles Brandt"],
        ),
        ("The 14th Brigade left. The brigade came.", ["The brigade"], ["14th Brigade"]),
        ("Ilka Marn of the ‘River’ group left.", ["Ilka Marn of the ‘River’ group"], ["Ilka Marn"]),
        ("Vardia spoke. The expert left.", ["Vardia", "The expert"], ["Vardia", None]),
        ("Ilka Marn, the mayor of Belmar, who left, said so.", ["who"], ["Ilka Marn"]),
        ("Observers met Ilka Marn. Those who left said so.", ["who"], [None]),
        ("A man with the call sign ‘Otter,’ spoke.", ["A man with the call sign ‘Otter,’"], ["Otter"]),
        ("Citing TVA, he left. TVA wrote.", ["TVA"], ["TVA"]),
        ("The ‘rebels’ said so.", ["The ‘rebels’"], [None]),
        ("Gen. Ilka Marn spoke. The general left.", ["Gen. Ilka Marn", "The general"], ["Ilka Marn"] * 2),
        ("Ilka Marn spoke. Marn left. Arn Marn came.", ["Ilka Marn", "Marn"], ["Ilka Marn"] * 2),
        ("Vardia spoke. The Ministry of Defence of Vardia left.", ["Vardia"], ["Vardia"]),
        ("It fell, from Belmar, the colonel said. Colonel Ilo Maren.", ["the colonel"], ["Ilo Maren"]),
        ("“Otter”, a platoon commander, said so.", ["“Otter”, a platoon commander"], ["Otter"]),
        ("Ilka Marn told the wire’s Arn Belov so. He left.", ["Ilka Marn", "He"], ["Ilka Marn"] * 2),
        ("The Vardian president Ilka Marn left. The Tesharish president spoke.", ["The Tesharish president"], [None]),
        ("Ilka Marn spoke. The 40-year-old left.", ["Ilka Marn", "The 40-year-old"], ["Ilka Marn"] * 2),
        (
            "A driver spoke. Ilka Marn, the mayor, left. The driver came.",
            ["A driver", "Ilka Marn, the mayor", "The driver"],
            [None, "Ilka Marn", None],
        ),
        (
            "Ana Brisk spoke. Governor Ilka Marn spoke. The baker left.",
            ["Ana Brisk", "Governor Ilka Marn", "The baker"],
            ["Ana Brisk", "Ilka Marn", "Ana Brisk"],
        ),
        ("Harbour Rights Watch wrote. HRW left.", ["Harbour Rights Watch", "HRW"], ["Harbour Rights Watch"] * 2),
        ("Patrol 4 left. The patrol came.", ["Patrol 4", "The patrol"], ["Patrol 4"] * 2),
        ("Ilka Marn, a reporter, spoke. The journalist left.", ["The journalist"], ["Ilka Marn"]),
        ("Clerks of the Institute of Rivers left. The Institute wrote.", ["The Institute"], ["Institute of Rivers"]),
        ("Emil Post, the mayor, spoke. He left.", ["Emil Post, the mayor", "He"], ["Emil Post"] * 2),
        ("The United States wrote. He left.", ["The United States", "He"], ["United States", None]),
        ("The minister of rivers of Norway Ilka Marn left. He came.", ["He"], ["Ilka Marn"]),
        (
            "Oles Brandt met the Vardian prime minister, Arn Belov, and deputy minister of defence, Jon Korr. He left.",
            ["He"],
            ["Oles Brandt"],
        ),
        ("Oles Brandt sat. As Ilka Marn met Tom Quill, and Arn Belov spoke, he left.", ["he"], ["Arn Belov"]),
        ("Emil Brandt met the mayor, Jon Belov, and his aide, Tom Korr.\n\nHe left.", ["He"], ["Emil Brandt"]),
        ("Oles Brandt burned Rivers Natural Gas (RNG). He left.", ["He"], ["Oles Brandt"]),
        ("Oles Brandt spoke. The Belmar Peace Plan failed. He left.", ["He"], ["Oles Brandt"]),
        (
            "Culture Minister Oles Brandt came. Its infrastructure minister left.",
            ["Its infrastructure minister"],
            [None],
        ),
        ("Defence Minister Oles Brandt came. The defense minister left.", ["The defense minister"], ["Oles Brandt"]),
        (
            "The Ministry of Rivers spoke. That changes much, the report says.",
            ["The Ministry of Rivers", "the report"],
            ["Ministry of Rivers", None],
        ),
        ("It stood in the Belmar Report. The report is late.", ["The report"], ["Belmar Report"]),
        ("A map by Getty Images Vardia says so.", ["Vardia"], ["Vardia"]),
        ("Secretary of State Ilka Marn left. The secretary of state came.", ["The secretary"], ["Ilka Marn"]),
        (
            "Ilka von der Marn left. So did von der Marn.",
            ["Ilka von der Marn", "von der Marn"],
            ["Ilka von der Marn"] * 2,
        ),
        ("Ilka von der Marn left. President von der Marn spoke.", ["President von der Marn"], ["Ilka von der Marn"]),
        ("Pedro Brandt Gil left. Later Brandt spoke.", ["Pedro", "Brandt"], ["Pedro Brandt Gil"] * 2),
        ("Minister of Foreign Affairs Oles Brandt left. He came.", ["He"], ["Oles Brandt"]),
        ("Vardian PM Oles Brandt left. The PM came.", ["The PM"], ["Oles Brandt"]),
        ("Vardian PM Oles Brandt left. The prime minister came.", ["The prime minister"], ["Oles Brandt"]),
        ("Prime Minister Oles Brandt left. The PM came.", ["The PM"], ["Oles Brandt"]),
        (
            "The head of the Mission, Ilka Marn, wrote. Otto Brandt came. The Mission head left.",
            ["The Mission head"],
            ["Ilka Marn"],
        ),
        ("So wrote the aide of the mayor, Ilka Marn. The aide left.", ["The aide"], [None]),
        ("At the head of the Mission, Vardian media wrote. The head left.", ["The head"], [None]),
        ("US envoy Ilka Marn left the US Embassy in Karsk. The US denied it.", ["The US"], ["US"]),
        ("The US spoke. He left.", ["The US", "He"], ["US", None]),
        ("The US president, Ilka Marn, left. The American president came.", ["The American president"], ["Ilka Marn"]),
        ("Vardian President Ilka Marn left. The Vardian leader came.", ["The Vardian leader"], ["Ilka Marn"]),
        ("Vardian President Ilka Marn left. The leader of the strike came.", ["The leader of the strike"], [None]),
        ("Pope Francis left. The pontiff came.", ["The pontiff"], ["Francis"]),
        ("Old Dorn burned. A pensioner from Old Dorn spoke.", ["A pensioner from Old Dorn"], [None]),
        ("Ilka Marn left. An aide of Ilka Marn spoke.", ["An aide of Ilka Marn"], [None]),
        ("Ilka Marn’s aide spoke.", ["Ilka Marn’s aide"], [None]),
        ("Vardia’s rivers ministry spoke.", ["Vardia’s rivers ministry"], ["Vardia’s rivers ministry"]),
        ("Vardia’s army spoke. It left.", ["Vardia’s army", "It"], ["Vardia’s army"] * 2),
        (
            "The city council spoke. Its own chemist left.",
            ["The city council", "Its own chemist"],
            ["city council", None],
        ),
        ("Belmar spoke. The port authority left.", ["Belmar", "The port authority"], ["Belmar", "port authority"]),
        ("Belmar spoke. The crater shows it.", ["Belmar", "The crater"], ["Belmar", None]),
        ("Belmar spoke. The officials left.", ["Belmar", "The officials"], ["Belmar", None]),
        ("Clerks of the Bank of Karsk left. The central bank spoke.", ["The central bank"], ["central bank"]),
        ("Ministers of the Rivers Ministry spoke. Its officials left.", ["Its officials"], [None]),
        ("President Marn left.\n\nVARDIA: MARN WARNS OF HIGH RIVERS IN DORN\n\nMarn came.", ["Marn"], ["Marn"]),
        ("The Bank of Halm rose. The authorities in Halm spoke.", ["The authorities in Halm"], ["authorities in Halm"]),
        ("An aide to President von der Leyen spoke.", ["An aide to President von der Leyen"], [None]),
        ("A spokesman for President van der Bellen left.", ["A spokesman for President van der Bellen"], [None]),
        ("A soldier of the 93rd Kholodny Yar spoke.", ["A soldier of the 93rd Kholodny Yar"], [None]),
        ("An aide to President Ilka Marn spoke.", ["An aide to President Ilka Marn"], [None]),
        ("A clerk of Vardian Prime Minister Ilka Marn left.", ["A clerk of Vardian Prime Minister Ilka Marn"], [None]),
        ("After talks with the head of the Mission, Ilka Marn left. The head came.", ["The head"], [None]),
        ("In the absence of the mayor of Dorn, Belmar sent aid. The mayor left.", ["The mayor"], [None]),
        ("It is late, said the head of the Mission, Ilka Marn. The head left.", ["The head"], ["Ilka Marn"]),
        ("The aide met the head of the Mission, Ilka Marn, at home. The head left.", ["The head"], ["Ilka Marn"]),
        ("The brigade’s commander, Ilka Marn of Dorn, spoke. The commander left.", ["The commander"], ["Ilka Marn"]),
        ("The mayor, Ilka Marn also said so. The mayor left.", ["The mayor"], ["Ilka Marn"]),
        ("The head of the Mission, Ilka Marn later spoke. The head left.", ["The head"], ["Ilka Marn"]),
        ("The head of the Mission, Vardian media wrote. The head left.", ["The head"], [None]),
        (
            "The Rivers Ministry spoke. The same ministry left.",
            ["The Rivers Ministry", "The same ministry"],
            ["Rivers Ministry"] * 2,
        ),
        ("Clerks of the Dorn Police left. The local police spoke.", ["The local police"], ["Dorn Police"]),
        ("Belmar burned. The new ministry spoke.", ["The new ministry"], [None]),
        ("At 3 pm Belmar burned. The prime minister left.", ["The prime minister"], [None]),
        ("The Union Army spoke in the West Bank. The group left. It rose.", ["It"], ["Union Army"]),
        ("Ilka Marn came with Ilka Marn Jr. and left. Mr Marn spoke.", ["Mr Marn"], ["Ilka Marn"]),
        (
            "Oles Young met Ernst & Young. Later Young spoke.",
            ["Oles Young", "Ernst & Young", "Young"],
            ["Oles Young", "Ernst & Young", "Oles Young"],
        ),
    ],
)
def test_who_is_meant(text: str, phrases: list[str], names: list[str | None]) -> None:
    assert resolved(text, *phrases) == names


def test_whom_the_words_name_that_somebody_says_is_not_meant_next() -> None:
    text = "General Ilka Marn said Arn Belov had lied. He left."
    layout = Layout.of(Report(id="r", text=text, path="a", location="a", language="en"))
    resolver = Resolver(layout, [(text.index("Arn"), text.index("."))])
    assert resolver.name((0, text.index(" said"))) == "Ilka Marn"
    assert resolver.name((text.index("He"), text.index("He") + 2)) == "Ilka Marn"


def test_a_body_is_meant_in_its_own_bulletin() -> None:
    text = "The ministry denies it."
    layout = Layout.of(Report(id="r", text=text, path="a", location="a", language="en", outlet="Ministry of Rivers"))
    assert Resolver(layout).name((0, 12)) == "Ministry of Rivers"
