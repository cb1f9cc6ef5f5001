"""What every address answers to whom, as one table: docs/generated/routes.md, which `tools/routes.py` prints anew.

A row is a pattern and a method; a cell holds every answer that was seen for the things of the demo room, one of each
state. Tests walk all addresses as everybody and are red for an address that is not listed, and for another answer.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

from supportroom.config.doors import OPEN
from tests.permission_tables import HEADINGS, PERSONAS

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "generated" / "routes.md"
TAKEN_UP = (200, 204, 302, 303, 409, 422)
Key = tuple[str, str]
Answers = dict[Key, dict[str, set[str]]]
HEAD = """# Which address answers what to whom

Printed by `python tools/routes.py` from what the product answered; `tests/architecture/test_addresses.py` walks all
addresses and is red for one that is not listed here, and for any other answer.

`yes`: a page, or a form that was taken up (an empty one is mostly refused for what it lacks). `sign in`: led to the
door. `confirm`: asked first whether it is really them. `403`: known, but not open to them. `404`: as if it were not
there. `405`: no such button. Where a cell holds more than one, it depends on the thing and on its state.
Open to visitors are the addresses in bold, which `supportroom/config/doors.py` lists. Every address refuses every other
method with 405; `HEAD` is answered like `GET`, without the page.
"""


def word_of(answer: Any) -> str:
    """Say an answer in the table's words."""
    led = answer.headers.get("Location", "")
    if "/sign-in/" in led:
        return "sign in"
    if "/confirm-it-is-you/" in led:
        return "confirm"
    return "yes" if answer.status_code in TAKEN_UP else str(answer.status_code)


def markdown(answers: Answers) -> str:
    """Write the table as a page."""
    lines = [HEAD, "| address | method | " + " | ".join(HEADINGS.get(who, who) for who in PERSONAS) + " |"]
    lines.append("| --- | --- |" + " --- |" * len(PERSONAS))
    for (name, method), cells in sorted(answers.items()):
        shown = f"**`{name}`**" if name in OPEN else f"`{name}`"
        words = [
            " ".join(sorted(cells.get(who, ()), key=str.lower)).replace("sign in", "sign\u00a0in") for who in PERSONAS
        ]
        lines.append(f"| {shown} | {method} | " + " | ".join(words) + " |")
    return "\n".join(lines) + "\n"


def written() -> Answers:
    """Read the table from its page."""
    found: Answers = defaultdict(dict)
    for line in PAGE.read_text().splitlines():
        parts = [part.strip() for part in line.strip("|").split("|")]
        if not line.startswith("| ") or "`" not in parts[0]:
            continue
        key = (parts[0].strip("*`"), parts[1])
        found[key] = {
            who: {word.replace("\u00a0", " ") for word in cell.split(" ") if word}
            for who, cell in zip(PERSONAS, parts[2:], strict=True)
        }
    return dict(found)


def differences(seen: Answers, table: Answers, who: str) -> list[str]:
    """Say in a sentence each what somebody was answered that the table does not hold."""
    wrong = []
    for (name, method), cells in seen.items():
        if (name, method) not in table:
            wrong.append(f"{method} {name} is not in docs/generated/routes.md: run tools/routes.py and look at its row")
        elif cells[who] - table[name, method][who]:
            said, listed = sorted(cells[who]), sorted(table[name, method][who])
            wrong.append(f"{method} {name} answers {who} with {said}, the table says {listed}")
    return wrong
