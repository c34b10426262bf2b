import pytest

from counterclaim.reading.names import Range
from counterclaim.reading.subjects import initial_subject, subject
from counterclaim.reading.tokens import Token, tokens


def words(made: list[Token], place: Range | None) -> str | None:
    return " ".join(token.text for token in made[slice(*place)]).replace(" ,", ",") if place else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor said", "The mayor"),
        ("But the mayor also said", "the mayor"),
        ("On Monday, the mayor of Belmar has repeatedly said", "the mayor of Belmar"),
        ("Vardia on Monday said", "Vardia"),
        ("Ilka Marn, the head of the council, said", "Ilka Marn, the head of the council"),
        ("Ilka Marn, speaking in Belmar, said", "Ilka Marn"),
        ("A refugee who fled Belmar said", "A refugee who fled Belmar"),
        ("It drew criticism from global actors, who said", "global actors"),
        ("In a statement the ministry said", "the ministry"),
        ("The bridge fell and the ministry said", "the ministry"),
        ("Vale and the ministry said", "Vale and the ministry"),
        ("The mayor toured the ruined town and said", "The mayor"),
        ("Zan saw the port that the army left and said", "Zan"),
        ("He met Marn, who toured Belmar but said", "Marn"),
        ("Zan fled, but Vardia rejected the claim and said", "Vardia"),
        ("The plan failed and said", None),
        ("This month he said", "he"),
        ("But two days later the ministry said", "the ministry"),
        ("Last week Zan said", "Zan"),
        ("A Morning Post poll said", "A Morning Post poll"),
        ("It was said", None),
        ("He would not have said", None),
        ("The never said", None),
        ("It is the ministry’s said", None),
        ("They ran to him said", None),
    ],
)
def test_the_subject_before_a_verb(text: str, found: str | None) -> None:
    made = tokens(text, 0, len(text), [])
    assert words(made, subject(made, len(made) - 1)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoy visited the town on Monday", "The envoy"),
        ("After the talks, the envoy left", "the envoy"),
        ("Minister Ilka Marn’s recent statements underscore it", "Minister Ilka Marn’s"),
        ("Vardia, who fought on", "Vardia"),
        ("Because of the rain", None),
        ("Rain", None),
    ],
)
def test_the_subject_a_sentence_begins_with(text: str, found: str | None) -> None:
    made = tokens(text, 0, len(text), [])
    assert words(made, initial_subject(made)) == found
