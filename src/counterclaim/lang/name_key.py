"""One spelling-proof key for names in Latin and Cyrillic: Kucherivka, Kucherovka and Кучеровка have the same.

A name is first written as it sounds, in small Latin letters (`sounds`): scripts and ways of romanising it fall
together, glides (ya, ia, я) and doubled letters are single. The key then drops the ending's vowels and lets the vowels
alternate that differ between Ukrainian and Russian (Rivne, Rovno; Kyiv, Kiev). Names of one key may still be two
names: `closeness` says how alike they sound.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import islice, product

CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдезийклмнопрстуф", "abvhhdeziiklmnoprstuf", strict=True)),
        "є": "e",
        "э": "e",
        "ё": "o",
        "ѣ": "e",
        "і": "i",
        "ї": "i",
        "ы": "i",
        "ў": "v",
        "ю": "iu",
        "я": "ia",
        "х": "h",
        "ц": "c",
        "ж": "Z",
        "ч": "C",
        "ш": "S",
        "щ": "S",
        "ь": "",
        "ъ": "",
    }
)
LATIN = (  # longest first: what a romanisation writes for one sound
    *(("shch", "S"), ("sch", "S"), ("tsch", "C"), ("tch", "C"), ("zh", "Z"), ("kh", "h"), ("ch", "C"), ("sh", "S")),
    *(("ts", "c"), ("tz", "c"), ("gh", "h"), ("x", "ks"), ("w", "v"), ("q", "k"), ("g", "h"), ("y", "i"), ("j", "i")),
)
VOWELS = "aeiou"
OTHER = re.compile(r"[^A-Za-z ]")
GLIDE = re.compile(rf"i(?=[{VOWELS}])")
DOUBLED = re.compile(r"(.)\1+")
ALTERNATING = str.maketrans("ei", "oo")  # і and о, е and и, in the same root
ENDING = 0.95  # closeness of two that differ in their endings alone
LEAST = 3  # letters of a key that bears the loss of an ending
BENT = re.compile(r"(?:ami|iami|oho|eho|omu|emu|imi|oiu|eiu|om|em|am|ah|ov|ev|iv|oi|ei|im|ih)$")  # Cyrillic cases
SUFFIXES, CASES = "ь?ск|с?ьк|цк|ж?ськ|ць?к", "ая|ой|ую|ий|ого|ому|им|ом|ое|а|ої|ій|у|е|ою"
ADJECTIVE = re.compile(rf"(\w+?)({SUFFIXES})(?:{CASES})", re.IGNORECASE)
SOFTENED = {"c": "k", "z": "h", "s": "h"}  # in the Ukrainian locative: Авдіївці, of Авдіївка
MASCULINE = ("ий", "ой", "ое", "е")
LEADING = (  # endings, in some case, of a word that another follows in a name, and those it may have in the nominative
    (re.compile(r"(?:[оеіє]й|[ую]ю|[оеє]ю|ої)$"), ("а",)),
    (re.compile(r"(?:ь?ого|ь?ому|его|ему|[иы]ми?|[иы]х)$"), MASCULINE),
    (re.compile(r"[ое]м$"), (*MASCULINE, "")),
    (re.compile(r"у$"), ("а", "")),  # Білу; Ростову-на-Дону
    (re.compile(r"[аеі]$"), ("",)),
)
CLOSED = re.compile(r"(?:ов|[еє]в)(?:[ауі]|ом|ові)$")  # Миколаєва: of Миколаїв
TRIED = 16  # forms of a name at most
CLUSTER = re.compile(r"([bcdfhklmnprstvzZCS])([klcnr])$")  # where a vowel fled: Городка, Городок


@cache
def sounds(name: str) -> str:
    """A name as it sounds, in small Latin letters; Z, C and S stand for zh, ch and sh."""
    plain = unicodedata.normalize("NFC", name).casefold()
    plain = plain.replace("сч", "щ").translate(CYRILLIC)
    plain = OTHER.sub("", unicodedata.normalize("NFD", plain.replace("-", " ")))
    for written, sound in LATIN:
        plain = plain.replace(written, sound)
    return DOUBLED.sub(r"\1", GLIDE.sub("", plain).replace(" ", ""))


def name_key(name: str) -> str:
    """The key of a name; empty where it has no letter."""
    return _key(sounds(name))


def name_keys(name: str) -> Iterator[str]:
    """The keys of a name that may stand in any case of Russian or Ukrainian, the likeliest first.

    A name in Latin letters has one. In Cyrillic the endings of cases are dropped, and a vowel that fled comes back.
    """
    sound = sounds(name)
    found = [_key(sound)]
    if is_cyrillic(name):
        stem = BENT.sub("", sound)
        found += [_key(stem)] if len(stem) >= LEAST else []
        found += [key[:-1] + SOFTENED[key[-1]] for key in found[:1] if sound.endswith("i") and key[-1] in SOFTENED]
        found += [CLUSTER.sub(r"\1o\2", key) for key in list(found)]
    yield from dict.fromkeys(key for key in found if key)


def uprights(name: str) -> Iterator[str]:
    """Other forms of a Cyrillic name, each word but the last in the nominative: Нова Каховці, of Новій Каховці.

    A vowel that only the nominative has comes back: Миколаїв, of Миколаєва. The endings of the last word stay.
    """
    if is_cyrillic(name):
        *leading, last = name.replace("-", " ").split()
        forms = product(*map(_nominatives, leading), (last, *_closed(last)))
        yield from (" ".join(words) for words in islice(forms, 1, TRIED))


def _nominatives(word: str) -> list[str]:
    ending = next(((match, nominatives) for form, nominatives in LEADING if (match := form.search(word))), None)
    return [word, *(word[: ending[0].start()] + nominative for nominative in ending[1])] if ending else [word]


def _closed(word: str) -> list[str]:
    return [CLOSED.sub(end, word) for end in ("ів", "їв")] if CLOSED.search(word) else []


def is_cyrillic(name: str) -> bool:
    """Whether a name has a Cyrillic letter."""
    return any("а" <= char <= "ї" for char in name.casefold())


def nouns_of(adjective: str) -> list[str]:
    """What a Russian or Ukrainian adjective of place may be made from; nothing for what is no such adjective.

    "Харьковской" is from Харьков, "Донецкой" from Донецк.
    """
    match = ADJECTIVE.fullmatch(adjective)
    if match is None:
        return []
    return [adjective[: match.end(2)], match[1], f"{match[1]}с"]  # Одеська: of Одес(а)


def closeness(one: str, other: str) -> float:
    """How alike two names sound, from 0 to 1 (the same); but for their endings the same: ENDING."""
    return Heard(other).closeness(one)


class Heard:
    """A name as it sounds, to be compared with many others."""

    def __init__(self, name: str) -> None:
        self.sound = sounds(name)
        self._stems = _stems(self.sound)
        self._matcher = SequenceMatcher(b=self.sound, autojunk=False)

    def closeness(self, other: str, least: float = 0.0) -> float:
        """How alike the two sound, as `closeness` has it; 0 where that is surely less than `least`."""
        sound = sounds(other)
        if sound == self.sound:
            return 1.0
        if not self._stems.isdisjoint(_stems(sound)):
            return ENDING
        matcher = self._matcher
        matcher.set_seq1(sound)
        if ENDING * matcher.real_quick_ratio() < least or ENDING * matcher.quick_ratio() < least:
            return 0.0
        return ENDING * matcher.ratio()


@cache
def _stems(sound: str) -> frozenset[str]:
    """A name's sound without the vowels of its ending, and without the ending of a case."""
    found = frozenset(stem.rstrip(VOWELS) for stem in (sound, BENT.sub("", sound)) if len(stem) >= LEAST)
    return found | {stem[:-1] + SOFTENED[stem[-1]] for stem in found if stem[-1:] in SOFTENED}


def _key(sound: str) -> str:
    stem = sound.rstrip(VOWELS)
    kept = stem if len(stem) >= LEAST else sound
    return DOUBLED.sub(r"\1", kept.translate(ALTERNATING))
