"""Addresses in one canonical form, by which versions of one report are known.

`http` is `https`, `www.` is nothing, and what is there for counting visitors is left out. The rest stays as written:
two addresses too many are better than two reports made one.
"""

import re
from urllib.parse import quote, urlsplit

# Parameters that name a campaign or a visitor, not a page: the lists of Firefox's and Brave's query stripping.
TRACKING = re.compile(
    r"utm_.*|_ga|_gl|_hsenc|_hsmi|_openstat|dclid|fbclid|gbraid|gclid|gclsrc|igshid|li_fat_id|mc_cid|mc_eid|mkt_tok"
    r"|msclkid|oly_anon_id|oly_enc_id|rb_clickid|s_cid|ttclid|twclid|vero_id|wbraid|wickedid|yclid|ysclid",
    re.I,
)
SAFE = "/%:@!$&'()*+,;=~-._"  # what RFC 3986 lets stand in a path, and % for what is escaped already
SCHEMES = ("http", "https")
NOT_IN_URL = re.compile(r"[\s\x00-\x1f\x7f\\<>\"]")
HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*|[0-9a-f:.]*:[0-9a-f:.]*"
)
ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


def address(url: str) -> str | None:
    """The canonical form of `url`, None where it is no address of a page.

    A name or password in it makes it none: those are no part of a page's name, and nobody's to keep.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if NOT_IN_URL.search(url) or parts.scheme not in SCHEMES or "@" in parts.netloc:
        return None
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = _escaped(parts.path, SAFE).rstrip("/") or "/"
    query = _escaped(_query(parts.query), SAFE + "?")
    return f"https://{place}{path}" + (f"?{query}" if query else "")


def domain(address: str) -> str:
    """The host of a canonical address."""
    return urlsplit(address).hostname or ""


def _host(written: str) -> str:
    """`written` in lower case and ASCII. Raises ValueError (UnicodeError) where it cannot be a host."""
    host = written.rstrip(".").encode("idna").decode() if not written.isascii() else written.rstrip(".")
    host = host.lower().removeprefix("www.")
    if not HOST.fullmatch(host):
        raise ValueError(host)
    return f"[{host}]" if ":" in host else host


def _query(written: str) -> str:
    kept = (pair for pair in written.split("&") if pair and not TRACKING.fullmatch(pair.partition("=")[0]))
    return "&".join(kept)


def _escaped(written: str, safe: str) -> str:
    return ESCAPE.sub(lambda match: match[0].upper(), quote(written, safe=safe))
