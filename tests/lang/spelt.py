"""Numbers in words, as three languages write them."""

from collections.abc import Sequence

ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "uk": "нуль один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять "
    "п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "uk": "двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто",
}
HUNDREDS = {
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "uk": "сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот",
}
FEMININE = {"ru": {1: "одна", 2: "две"}, "uk": {1: "одна", 2: "дві"}}
POWERS = {  # for one, for two to four, for more
    "en": [("thousand",) * 3, ("million",) * 3, ("billion",) * 3],
    "ru": [
        ("тысяча", "тысячи", "тысяч"),
        ("миллион", "миллиона", "миллионов"),
        ("миллиард", "миллиарда", "миллиардов"),
    ],
    "uk": [
        ("тисяча", "тисячі", "тисяч"),
        ("мільйон", "мільйони", "мільйонів"),
        ("мільярд", "мільярди", "мільярдів"),
    ],
}


def spelt(number: int, language: str) -> str:
    """`number`, less than 10¹², in words."""
    if number == 0:
        return ONES[language].split()[0]
    parts: list[str] = []
    for power, forms in [*enumerate(POWERS[language], 1)][::-1]:
        group = number // 1000**power % 1000
        if group:
            parts.append(f"{_below_thousand(group, language, feminine=power == 1)} {_form(group, forms)}")
    if number % 1000:
        parts.append(_below_thousand(number % 1000, language, feminine=False))
    return " ".join(parts)


def _form(number: int, forms: Sequence[str]) -> str:
    last, teens = number % 10, 10 < number % 100 < 20
    return forms[2] if teens or last == 0 or last > 4 else forms[0] if last == 1 else forms[1]


def _below_thousand(number: int, language: str, *, feminine: bool) -> str:
    hundreds, rest = divmod(number, 100)
    said = _below_hundred(rest, language, feminine=feminine) if rest else ""
    if language == "en":
        head = f"{ONES['en'].split()[hundreds]} hundred" if hundreds else ""
        return f"{head} and {said}" if head and said else head or said
    return " ".join(part for part in (HUNDREDS[language].split()[hundreds - 1] if hundreds else "", said) if part)


def _below_hundred(number: int, language: str, *, feminine: bool) -> str:
    if number < 20:
        by_gender = FEMININE.get(language, {}) if feminine else {}
        return by_gender.get(number, ONES[language].split()[number])
    ten, one = divmod(number, 10)
    tens = TENS[language].split()[ten - 2]
    if not one:
        return tens
    return f"{tens}{'-' if language == 'en' else ' '}{_below_hundred(one, language, feminine=feminine)}"
