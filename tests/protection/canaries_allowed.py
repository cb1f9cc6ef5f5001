"""Which mark may stand where: the one table of the canary crawl (S18), printed as docs/generated/canaries.md.

A row is a kind of word, a cell says who finds it on what they are given. What stands elsewhere is a leak and fails
(test_canaries.py); so does what is allowed here and never occurs. `own` is whoever the word is of, or who wrote it;
`by_link` whoever holds the secret address of one thing. `member` and `facilitator` are of rounds and groups, the
facilitator holds a seat and takes reports of incidents, `stranger` is a member who is of nothing.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

PRINTED: Final = Path(__file__).resolve().parent.parent.parent / "docs" / "generated" / "canaries.md"
PAGE, FILE, FEED = "page", "file", "feed"
MAIL, LOG, DATABASE, ARCHIVE, SEALED = "mail", "log", "database", "archive", "sealed archive"
SURFACES: Final = (PAGE, FILE, FEED, MAIL, LOG, DATABASE, ARCHIVE, SEALED)
EVERYBODY: Final = "visitor observer addressee office interpreter stranger member facilitator team"
Wrong = tuple[str, str, str, str]
Table = Mapping[str, Mapping[str, Collection[str]]]
ROWS: Final[dict[str, dict[str, str]]] = {
    # Who somebody is
    "name": {
        PAGE: "member facilitator team",
        FILE: "team",
    },  # read where they take part; files: lists that two of the team let out
    "name, said in the room": {
        PAGE: "office interpreter stranger member facilitator team",
        FILE: "office interpreter stranger member facilitator team",
    },  # a comment by name is the room's, never the public's
    "name of a reader": {
        PAGE: "office member facilitator team own"
    },  # who reads a briefing does so by name, before the team and the office; members where they take part
    "name, agreed to in public": {
        PAGE: EVERYBODY + " own",
        FILE: EVERYBODY + " own",
    },  # spokespersons, seats, authors, opinions: by their own act
    "name of who left": {},
    "organisation": {PAGE: "member facilitator team own", FILE: "team"},
    "organisation of who left": {},  # where nobody else is of it
    "network": {PAGE: "team own"},
    "where somebody lives, as a participant": {PAGE: "team"},
    "e-mail address": {},  # in mails alone, as where they go to
    "person's number": {
        PAGE: "member facilitator team own"
    },  # in addresses of the team's pages and in lists to choose from
    "account's number": {},
    "browser": {},
    "network address": {},
    "name of a journalist": {PAGE: "own", FILE: "own"},
    "newspaper": {PAGE: "own", FILE: "own"},
    "address of a journalist": {PAGE: "team", FILE: "team"},
    "name of a substitute": {},
    "way to a substitute": {},
    # Before a round
    "letter of invitation": {PAGE: "own"},
    "what is needed to come": {PAGE: "team", FILE: "team"},
    "answer to a need": {PAGE: "own"},
    "why somebody declines": {FILE: "team"},
    "why some decline together": {PAGE: "member facilitator team"},
    "question to the team": {PAGE: "office member facilitator team"},
    "answer of the team": {PAGE: "office member facilitator team own"},
    "why somebody applies": {PAGE: "own"},
    "why a quota is missed": {PAGE: "own"},
    "topic proposed": {PAGE: "office interpreter stranger member facilitator team own"},
    "remark on a topic": {PAGE: "interpreter stranger member facilitator team"},
    "point for a topic": {PAGE: "office interpreter stranger member facilitator team"},
    "what a contact knows": {PAGE: "interpreter member facilitator own"},
    "why a topic is not taken up": {PAGE: "office interpreter stranger member facilitator own"},
    # In a round
    "purpose of a round": {PAGE: "observer addressee office interpreter stranger member facilitator own"},
    "note on a programme": {PAGE: "office interpreter member facilitator own"},
    "title of a session": {PAGE: "addressee office interpreter stranger member facilitator team own"},
    "title of a session, that is out": {PAGE: EVERYBODY, FILE: EVERYBODY, FEED: EVERYBODY},
    "place of a session": {PAGE: "office interpreter member facilitator own"},
    "point": {PAGE: "office interpreter member facilitator team own"},
    "point, that is out": {PAGE: EVERYBODY + " own", FILE: EVERYBODY},
    "reason in a check, that is out": {PAGE: EVERYBODY + " own", FILE: EVERYBODY + " own"},
    "word on what stays open, that is out": {
        PAGE: "visitor observer addressee office interpreter stranger member team own",
        FILE: "visitor observer addressee office interpreter stranger member team own",
    },
    "item of a statement": {PAGE: EVERYBODY + " by_link", FILE: EVERYBODY, FEED: EVERYBODY},
    "reply in a session": {PAGE: "addressee office interpreter member facilitator team"},
    "reply in a session, that is out": {PAGE: EVERYBODY, FILE: EVERYBODY},
    # In a working group
    "call for a group": {
        PAGE: EVERYBODY + " own",
        FILE: "visitor observer addressee office interpreter stranger member team own",
        FEED: "visitor observer addressee office interpreter stranger member team own",
    },
    "works of a candidate": {PAGE: "team own"},
    "words of a candidate": {PAGE: "team own"},
    "interests of a candidate": {PAGE: "facilitator team"},
    "why somebody is appointed": {PAGE: "office interpreter stranger member facilitator own"},
    "note on a source": {PAGE: "team"},
    "thread": {PAGE: "facilitator team own"},
    "post": {PAGE: "facilitator team own"},
    "task": {PAGE: "team own"},
    "meeting of a group": {PAGE: "interpreter stranger member facilitator team own"},
    "minutes": {PAGE: "interpreter stranger member facilitator team"},
    "name of a draft": {PAGE: "interpreter facilitator team own"},
    "paragraph of a paper": {
        PAGE: EVERYBODY + " own",
        FILE: EVERYBODY + " own",
        FEED: "visitor observer addressee office interpreter stranger member team own",
    },
    # About a paper
    "comment": {
        PAGE: "office interpreter stranger member facilitator team own",
        FILE: "office interpreter stranger member facilitator team own",
    },  # whose it is stands nowhere
    "comment, that is out": {PAGE: EVERYBODY + " own", FILE: "office interpreter stranger member facilitator team own"},
    "comment by mail": {PAGE: "member"},  # until its writer keeps it
    "why somebody insists, that is out": {PAGE: EVERYBODY, FILE: "office interpreter stranger member facilitator team"},
    "answer to a comment": {
        PAGE: "office interpreter stranger member facilitator team",
        FILE: "office interpreter stranger member facilitator team",
    },
    "answer to a comment, that is out": {
        PAGE: EVERYBODY + " own",
        FILE: "office interpreter stranger member facilitator team own",
    },
    "opposing opinion": {PAGE: EVERYBODY, FILE: EVERYBODY},
    "note of the office": {PAGE: "interpreter stranger member facilitator team own"},
    "answer to the office": {PAGE: "office interpreter stranger member team own"},
    "words for the release": {
        PAGE: "visitor observer addressee office interpreter stranger member team own",
        FILE: "visitor observer addressee office interpreter stranger member team own",
    },
    "quotation offered": {
        PAGE: "visitor observer addressee office interpreter stranger member facilitator own",
        FILE: "facilitator own",
    },
    "letter to the press": {PAGE: "facilitator own", FILE: "facilitator own"},
    # After it
    "letter to an addressee": {PAGE: "by_link office own", FILE: "office own"},
    "who carries a delivery": {PAGE: "visitor observer addressee office interpreter stranger member facilitator own"},
    # In danger
    "why one is to be locked": {PAGE: "team"},
    "report of an incident": {PAGE: "facilitator own"},  # the focal point and who wrote it; nobody of the team
    "note on an incident": {PAGE: "member own"},
}
# Sealed with keys that lie elsewhere (S44), or gone (S43), or never kept at all (S15, S41).
NOT_ON_DISK: Final = frozenset(
    {
        "name",
        "name, said in the room",
        "name of a reader",
        "name of a substitute",
        "way to a substitute",
        "name of who left",
        "organisation of who left",
        "network",
        "person's number",
        "account's number",
        "browser",
        "network address",
        "name of a journalist",
        "address of a journalist",
        "e-mail address",
    }
)
ALLOWED: Final[dict[str, dict[str, set[str]]]] = {
    kind: {surface: {who.replace("_", " ") for who in readers.split()} for surface, readers in cells.items()}
    | ({} if kind in NOT_ON_DISK else {DATABASE: {"-"}, ARCHIVE: {"-"}})
    for kind, cells in ROWS.items()
}


def differences(found: Table) -> list[Wrong]:
    """Say what stands where it may not (leaks), and what the table allows and does not occur (never occurs)."""
    wrong = []
    for kind in sorted({*found, *ALLOWED}):
        for surface in SURFACES:
            stands = set(found.get(kind, {}).get(surface, ()))
            may = set(ALLOWED.get(kind, {}).get(surface, ()))
            wrong += [(kind, surface, who, "leaks") for who in sorted(stands - may)]
            wrong += [(kind, surface, who, "never occurs") for who in sorted(may - stands)]
    return wrong


HEAD: Final = """# Which word may stand where

Printed by `python tools/canaries.py` from `tests/protection/canaries_allowed.py`. In a room where everything happens
each name, address, organisation and text bears a mark of its own. All pages, files and feeds are read as everybody, the
room's mails and logs, its database as bytes and its backups; whatever stands elsewhere than here fails a test
(`tests/protection/test_canaries.py`), and so does what stands here and never occurs.

*Stranger*: a member who is of no round and no group. *Own*: whoever it is of, or who wrote it. *By link*: whoever holds
the secret address of that one thing. Files are what is taken along: PDF, DOCX, XLSX, CSV, packs; feeds what machines
read: feeds, calendars, the read interface. In mails nothing stands but the address of who gets it; in logs and in
sealed backups nothing at all. "On disk": readable in a copy of the database and in a backup opened with its key.
"""


def markdown() -> str:
    """Write the table as a page."""
    lines = [HEAD, "| what | on pages | in files | in feeds | on disk |", "| --- | --- | --- | --- | --- |"]
    for kind, cells in ROWS.items():
        told = [_told(cells.get(surface, "")) for surface in (PAGE, FILE, FEED)]
        lies = "as the id of a row" if kind.endswith(" number") else "no" if kind in NOT_ON_DISK else "yes"
        lines.append(f"| {kind} | {' | '.join(told)} | {lies} |")
    return "\n".join(lines) + "\n"


def _told(readers: str) -> str:
    """Say who, in words."""
    words = readers.replace(EVERYBODY, "everybody").split()
    return ", ".join(word.replace("_", " ") for word in words) or "nobody"
