"""Made-up reports that mean harm: what stands in their words and around them would run, if it were ever markup.

What runs sets `window.executed`, or asks another host for something. All of them say that they are made up; no host
named in them exists (RFC 2606).
"""

import html
import json
from pathlib import Path

from counterclaim.ledger.store import Store
from counterclaim.model.report import Report, report_id

NOTICE = "[MADE UP] Everything in this text is invented, to see what a page does with it."
SCRIPT = "<script>window.executed=true;fetch('https://elsewhere.invalid/')</script>"
IMAGE = '<img src="https://elsewhere.invalid/x.png" onerror="window.executed=true">'
SVG = "<svg/onload=window.executed=true><style>*{display:none}</style>"
BREAKOUT = "\"'><script>window.executed=true</script>"
HANDLER = '" onmouseover="window.executed=true" autofocus onfocus="window.executed=true" x="'
CLOSING = "</title></textarea></script></style></svg></a></main><script>window.executed=true</script><!--"
TEMPLATE = "{{7*7}}{% for x in y %}${7*7}<%= 7*7 %>#{7*7}[[${7*7}]]{{config}}"
BIDI = "\u202eevil\u202c \u2066a\u2069 \u200fb"
CONTROLS = "\x1b[31mred\x1b[0m \x07 \x08 \x85 \u2028 \u2029"
LONG = "A" + "a" * 9_999  # one word
COMBINED = "Z" + "\u0334\u0335\u0336\u0337\u0338" * 60
ADDRESS = "javascript:window.executed=true"
TAKEN = "https://elsewhere.invalid/{{7*7}}'onmouseover='window.executed=true'"  # an address that intake takes
PAYLOADS = (SCRIPT, IMAGE, SVG, BREAKOUT, HANDLER, CLOSING, TEMPLATE, BIDI, COMBINED)

SAID = """{notice} {payload}

General Valery Gerasimov of Russia said on Monday that {payload} Russian forces had captured Pokrovsk {payload}.
“{payload} Rovno is ours,” the Russian Ministry of Defense told TASS {payload}.
According to residents of Rovno, {payload} 12 civilians were killed in Rovno on December 7, {payload}.
Ukraine’s General Staff denied that Pokrovsk had fallen: “{payload} we hold the north of the city.”
"""

HEAD = "---\noutlet: {outlet}\nurl: {url}\npublished: 2025-12-{day:02}\ntitle: {title}\nlanguage: en\n---\n"


def text(payload: str) -> str:
    """A report that tells of Pokrovsk and Rovno, with `payload` in every place where words may stand."""
    return SAID.format(notice=NOTICE, payload=payload)


def write(folder: Path) -> None:
    """Writes the reports into `folder`: texts, pages, JSON Lines, and what cannot be read at all."""
    for number, payload in enumerate(PAYLOADS):
        line = " ".join(payload.split())
        url = (TAKEN + str(number), ADDRESS, f"https://elsewhere.invalid/{payload}")[number % 3]
        head = HEAD.format(outlet=f"Outlet {line}", url=url, day=number + 1, title=f"Title {line}")
        (folder / f"{number} {_file_name(payload)}.txt").write_text(head + text(payload), "utf-8")
    (folder / "page.html").write_text(_page(), "utf-8")
    (folder / "lines.jsonl").write_text("".join(f"{line}\n" for line in _lines()), "utf-8")
    (folder / f"nul {_file_name(IMAGE)}.txt").write_bytes(b"made up\0" + SCRIPT.encode())
    (folder / "long.txt").write_text(_long(), "utf-8")


def smuggle(store: Store) -> None:
    """Keeps a report whose address intake would never have taken."""
    made = text(ADDRESS)
    store.add_report(
        Report(
            id=report_id(made, outlet=SCRIPT, address=ADDRESS, location=SCRIPT),
            text=made,
            path=SCRIPT,
            location=f"/made/up/{SCRIPT}",
            outlet=SCRIPT,
            url=ADDRESS,
            address=ADDRESS,
            published="2025-12-12",
            title=SCRIPT,
            language="en",
            raw=made.encode(),
        ),
        (),
        reader=None,
    )


def _file_name(payload: str) -> str:
    return "".join(letter for letter in payload if letter not in "/\0\n")[:60]


def _page() -> str:
    """A page whose words are markup once they are read, and which is full of markup that must be left."""
    words = html.escape(text(CLOSING + SCRIPT)).replace("\n", "</p><p>")
    name = html.escape(f"Page {HANDLER} {SCRIPT}", quote=True)
    return (
        f'<!doctype html><html lang="en"><head><title>{html.escape(BREAKOUT)}</title>{SCRIPT}'
        f'<meta property="og:site_name" content="{name}"><meta property="og:title" content="{name}">'
        f'<link rel="canonical" href="{ADDRESS}"><meta property="article:published_time" content="2025-12-10">'
        f'<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/"><base href="https://elsewhere.invalid/">'
        f'</head><body onload="window.executed=true">{IMAGE}<article><p>{words}</p></article>'
        f'<iframe src="{ADDRESS}"></iframe></body></html>'
    )


def _lines() -> list[str]:
    rows = [
        {"text": text(payload + CONTROLS), "outlet": payload, "title": payload, "url": url, "published": "2025-12-09"}
        for payload, url in (
            (SCRIPT, f"https://elsewhere.invalid/?a={HANDLER}"),
            (IMAGE, "data:text/html,<script>window.executed=true</script>"),
            (HANDLER, "//elsewhere.invalid/"),
            (TEMPLATE, "https://name:password@elsewhere.invalid/"),
            (BIDI, f"https://elsewhere.invalid/{BIDI}"),
        )
    ]
    rows.append({"text": text(IMAGE), "outlet": LONG, "title": LONG, "published": "2025-12-08"})
    return [json.dumps(row) for row in rows] + [json.dumps({"text": f"made up \0 {SCRIPT}"}), f'{{"text": {SCRIPT}']


def _long() -> str:
    head = HEAD.format(outlet=LONG[:300], url=f"https://elsewhere.invalid/{LONG[:2000]}", day=11, title=LONG[:2000])
    return head + text(LONG)
