"""What is promised, by number, and the tests that hold it: those whose names say the number (`test_s47_...`).

The numbers are those of the plan of protection: S for what protects people, R for what loses nothing. S21 to S29 and
R06 belong to secret ballots and to standby databases, which the room does not have.
"""

import re
from typing import Final

from tests.architecture.house import ROOT

PAGE: Final = ROOT / "docs" / "generated" / "promises.md"
PROMISES: Final = {
    "S01": "One gets in by an invitation alone: it works once, for 72 hours and for the roles it was made for",
    "S02": "Passwords are long rather than odd, common ones are refused, and they are kept by argon2id",
    "S03": "A second step for everybody: codes from a phone with recovery codes, passkeys beside them",
    "S04": "Who lost their way in is let in anew by two of the team after a day, never by a mail alone",
    "S05": "Sessions are listed by device and ended from elsewhere; they end when idle, after twelve hours, and with "
    "every change of the way in; what is sensitive asks again who one is",
    "S06": "Cookies are closed to others, and the database holds no key of a session",
    "S07": "Wrong tries make the next one wait, on every way in alike; nobody locks out anybody else",
    "S08": "Nothing tells who is a member: neither words nor time",
    "S09": "Every address answers everybody as one table says; what is not listed does not start",
    "S10": "What is not yours and what does not exist answer alike",
    "S11": "Fields that a form does not have change nothing",
    "S12": "A role that is taken is gone with the next request",
    "S13": "What one person alone must not do takes two of the team",
    "S14": "Who said what under the Chatham House Rule is erased at the close: on the disk, in dumps and backups too",
    "S15": "Nothing beside the words tells who wrote them: no column, no hour, no order",
    "S16": "Who takes part is seen by those who take part",
    "S17": "Nobody is named without their own consent, which they can take back until the release",
    "S18": "A name chosen for one room leads to no other, and no page lists all that somebody wrote",
    "S19": "Figures give nobody away: small groups are hidden so that no sum reveals them",
    "S20": "Nobody is found by comparing figures with earlier ones",
    "S30": "A file comes in only as what it says it is, within limits, read by a child that may do nothing else",
    "S31": "Files are kept without what they tell of who made them, where and when; one is shown what went",
    "S32": "Where there is a scanner for viruses, nothing passes without its word",
    "S33": "A file is handed to who may read it at that moment, never shown as a page",
    "S34": "What people write is words: never a program, a link that hides, or a line that runs backwards",
    "S35": "Every answer bears the strict policy; nothing inline, nothing kept by the browser",
    "S36": "Reading writes nothing; a form without its token does nothing",
    "S37": "No lying host, address or proxy leads anywhere; no address holds words of people",
    "S38": "The room calls nobody: it fetches no address that somebody typed",
    "S39": "Limits for each account and form, never by where somebody comes from",
    "S40": "A mail says that something waits and nothing else, to one person, at an hour that tells nothing",
    "S41": "No log says who came, or from where",
    "S42": "The journal is chained: what is changed, taken out or moved in it shows",
    "S43": "What is over is gone, from the disk too, and what is overdue is told",
    "S44": "What the roll holds of people is sealed in the database by keys that lie elsewhere",
    "S45": "Backups are sealed to a key that the server does not hold; no key of a closed session is in any",
    "S46": "No list to take along runs anything in a spreadsheet, and lists of people leave by two",
    "S47": "In danger: leave quickly, be locked by somebody trusted, close the account, each in one request",
    "S48": "Everything works without scripts and on an onion service, and asks no other host for anything",
    "S49": "Few packages, each locked by its hash and listed; nothing is fetched while the room runs",
    "S50": "A server that may do little; no admin site, no page that shows the inside",
    "R01": "A server killed at any moment loses and doubles nothing that it acknowledged",
    "R02": "What is acknowledged was on the disk before; a room does not start on a database that could lose",
    "R03": "A process killed amid keeping a file leaves no row without it",
    "R04": "On a full disk what was answered stays, people go on reading, and the team is told before",
    "R05": "Backups made under load come back whole; a restore is all or nothing",
    "R07": "Of two who change the same words neither loses theirs",
    "R08": "Whoever is to be told is told once, whatever dies meanwhile",
    "R09": "Deadlines hold to the millisecond, once, whatever clocks and schedulers do",
    "R10": "An hour that was announced is the same instant everywhere, also where clocks change",
    "R11": "The database goes to the next version and back with what is in it",
    "R12": "Whatever a mail server does, pages do not wait, and every mail arrives and shows once",
    "R13": "150 people at work: pages come in a third of a second, and memory does not grow",
    "R14": "The room goes on while what it leans on is away",
    "R15": "No byte that changes in the journal stays silent",
    "R16": "What is left to chance in a test can be repeated",
}
NO_TEST: Final = {"R13": "a measurement, not a test: `make bench`, with its figures in docs/benchmarks.md"}


def numbered_tests() -> dict[str, dict[str, int]]:
    """Give for each number the files in which tests bear it, each with how many do."""
    found: dict[str, dict[str, int]] = {number: {} for number in PROMISES}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        place = str(path.relative_to(ROOT))
        for name in re.findall(r"^ *def (test_\w+)\(", path.read_text(), re.MULTILINE):
            for number in re.findall(r"(?<=_)[sr]\d\d(?=_)", name):
                counts = found.setdefault(number.upper(), {})
                counts[place] = counts.get(place, 0) + 1
    return found


def markdown() -> str:
    """Write the page."""
    found = numbered_tests()
    lines = [
        "# What is promised, and the tests that hold it",
        "",
        "Printed by `python tools/promises.py`. A test bears the number of what it holds in its name: `pytest -k s47`",
        "runs all tests of S47. What this means against whom stands in [the threat model](../threat-model.md).",
        "",
        "| number | what is promised | where it is tested |",
        "| --- | --- | --- |",
    ]
    for number, words in PROMISES.items():
        places = ", ".join(f"`{place.removeprefix('tests/')}`" for place in found[number])
        lines.append(f"| {number} | {words} | {places or NO_TEST.get(number, '')} |")
    return "\n".join(lines) + "\n"
