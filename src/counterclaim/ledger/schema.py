"""The tables, and which bytes of them are evidence.

`log` and `payload` are the record: append-only, chained. All other tables are the current state derived from them.
Bodies are BLOBs of UTF-8, so that a damaged byte is compared, never mended or refused by a decoder on the way.
Format 1 had no tables of links, format 2 none of places and no index that holds a whole listing. All of these are
derived, so that an older ledger only needs them made.
"""

APPLICATION_ID = 0x63636C6D  # "cclm", so that another program's database is told from ours
FORMAT = 3

TABLES = """
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_subject ON log (subject);

CREATE TABLE payload (
  seq INTEGER PRIMARY KEY REFERENCES log (seq),
  salt BLOB NOT NULL,
  body BLOB NOT NULL,
  raw BLOB NOT NULL
) STRICT;

CREATE TABLE report (
  seq INTEGER PRIMARY KEY REFERENCES log (seq),
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  address TEXT,
  outlet TEXT,
  published TEXT,
  title TEXT,
  language TEXT,
  path TEXT NOT NULL,
  input_key BLOB NOT NULL,
  reader TEXT,
  tellings TEXT NOT NULL
) STRICT;
CREATE INDEX report_address ON report (address);
CREATE INDEX report_input ON report (input_key);

CREATE TABLE telling (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL REFERENCES report (id),
  start INTEGER NOT NULL,
  kind TEXT,
  claimant TEXT,
  party TEXT,
  body BLOB NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE issue (seq INTEGER PRIMARY KEY REFERENCES log (seq), id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE review (
  seq INTEGER PRIMARY KEY REFERENCES log (seq), id TEXT NOT NULL UNIQUE, action TEXT NOT NULL, subject TEXT NOT NULL
) STRICT;

CREATE TABLE fingerprint (
  letters INTEGER NOT NULL, mark BLOB NOT NULL, review INTEGER NOT NULL REFERENCES review (seq),
  PRIMARY KEY (letters, mark, review)
) STRICT, WITHOUT ROWID;

CREATE TABLE pending (what TEXT PRIMARY KEY) STRICT;
"""

# What a listing is found by, whole: nothing else is read before what is shown.
LISTING = """
CREATE INDEX report_order ON report (published IS NULL, published, id, outlet);
CREATE INDEX telling_report ON telling (report, start, id, kind, party, claimant);
"""

# A row for each place that one of a telling's is or may be; `place` is NULL where it is unresolved or none is named.
PLACES = """
CREATE TABLE telling_place (
  telling TEXT NOT NULL REFERENCES telling (id),
  number INTEGER NOT NULL,
  place TEXT,
  state TEXT NOT NULL,
  kind TEXT,
  party TEXT,
  day TEXT,
  UNIQUE (telling, number, place)
) STRICT;
CREATE INDEX telling_place_place ON telling_place (place, state, kind, party, day, telling);
"""

# `linked`: reports with keys and joins; `whole` is 0 where a telling of one lost its claim and awaits another.
# `redirect`: ids that claims had, each with a telling of the claim meant. `seal`: a sum over each of these tables.
LINKS = """
CREATE TABLE linked (
  report TEXT PRIMARY KEY REFERENCES report (id), linker TEXT NOT NULL, whole INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_broken ON linked (report) WHERE NOT whole;

CREATE TABLE link_key (
  key TEXT NOT NULL, report TEXT NOT NULL REFERENCES report (id), PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_key_report ON link_key (report);

CREATE TABLE telling_join (
  one TEXT NOT NULL REFERENCES telling (id), other TEXT NOT NULL REFERENCES telling (id), body BLOB NOT NULL,
  PRIMARY KEY (one, other)
) STRICT;
CREATE INDEX telling_join_other ON telling_join (other);

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  kind TEXT,
  day TEXT,
  body BLOB NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX claim_kind_day ON claim (kind, day);

CREATE TABLE claim_telling (
  telling TEXT PRIMARY KEY REFERENCES telling (id), claim TEXT NOT NULL REFERENCES claim (id), place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_telling_claim ON claim_telling (claim, place);

CREATE TABLE redirect (
  claim TEXT PRIMARY KEY, telling TEXT NOT NULL REFERENCES telling (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX redirect_telling ON redirect (telling);

CREATE TABLE seal (name TEXT PRIMARY KEY, total BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""

# Contentless: the index keeps word positions, never the text. Diacritics stay, so that й is not и.
INDEXES = """
CREATE VIRTUAL TABLE report_words USING
  fts5 (title, text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE telling_words USING
  fts5 (sentence, content, source, content='', tokenize='unicode61 remove_diacritics 0');
"""

SETTINGS = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"

ALL = TABLES + LISTING + PLACES + LINKS + INDEXES + SETTINGS

WITHOUT_PLACES = 2
SINCE = {1: LINKS, WITHOUT_PLACES: f"DROP INDEX telling_report; {LISTING} {PLACES}"}
"""What a ledger of each older format needs to become one of the next."""

DROP_INDEXES = "DROP TABLE IF EXISTS report_words; DROP TABLE IF EXISTS telling_words;"
