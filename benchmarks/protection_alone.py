"""Measures of protection that no ordinary request meets, each timed by itself: at sign-in, of files, figures, logs."""

import importlib.util
import io
import logging
import secrets
from collections.abc import Callable
from typing import Any

from benchmarks.seeding import SAYINGS

FEW = 12
Timed = Callable[..., float]


def measures(alone: Timed) -> dict[str, float]:
    """Give the microseconds of each by its name."""
    return {**at_sign_in(alone), **of_texts(alone), **of_files(alone), **of_columns(alone)}


def at_sign_in(alone: Timed) -> dict[str, float]:
    """What a sign-in costs besides a page."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415

    from supportroom.people.known_browsers import new_mark, seed_of  # noqa: PLC0415
    from supportroom.people.second_factor import fitting_step  # noqa: PLC0415

    mark = new_mark("p@example.org", "stamp", "Phone")
    return {
        "sign-in: the password, argon2id (S02)": alone(lambda: make_password("a walnut on the windowsill"), FEW),
        "sign-in: six digits of three half minutes (S03)": alone(lambda: fitting_step("seed", "123456")),
        "sign-in: the mark of a known browser (S07)": alone(lambda: seed_of(mark, "p@example.org", "stamp")),
    }


def of_texts(alone: Timed) -> dict[str, float]:
    """Folding for search, figures with k = 5, a line of the log."""
    from supportroom.kernel.arabic import fold  # noqa: PLC0415
    from supportroom.protection.figures import protect_counts  # noqa: PLC0415
    from supportroom.web.quiet_logs import Places, WithoutTokens  # noqa: PLC0415

    text, counts = " ".join(SAYINGS[0]), {f"cell {number}": 7 + number for number in range(12)}
    quiet, plain, pick = Places(), logging.Formatter(), WithoutTokens()

    def record() -> logging.LogRecord:
        return logging.LogRecord("room", logging.WARNING, "x.py", 1, "refused: %s", ("IntegrityError",), None)

    def line() -> str:
        made = record()
        pick.filter(made)
        return quiet.format(made)

    return {
        f"a text of {len(text)} letters folded for search": alone(lambda: fold(text)),
        "the same text in lower case alone, for comparison": alone(text.casefold),
        "figures of twelve cells with k = 5 (S19)": alone(lambda: protect_counts(counts)),
        "a line of the log, quiet (S41)": alone(line),
        "a line of the log as Python writes it, for comparison": alone(lambda: plain.format(record())),
    }


def of_files(alone: Timed) -> dict[str, float]:
    """Files washed by a child process of their own, as when somebody brings one."""
    from PIL import Image  # noqa: PLC0415

    from supportroom.files.cleaning import clean  # noqa: PLC0415
    from tests.factories.files import a_docx  # noqa: PLC0415
    from tests.factories.pdfs import a_pdf  # noqa: PLC0415

    photo = io.BytesIO()
    Image.frombytes("RGB", (1600, 1200), secrets.token_bytes(1600 * 1200 * 3)).resize((3200, 2400)).save(photo, "JPEG")
    brought: dict[str, bytes] = {"photo.jpg": photo.getvalue(), "text.docx": a_docx(), "paper.pdf": a_pdf()}
    return {
        f"a file washed: {name}, {max(1, len(content) // 1024):,} KB (S30, S31)": alone(
            lambda name=name, content=content: clean(name, content),
            FEW,
        )
        for name, content in brought.items()
    }


def of_columns(alone: Timed) -> dict[str, float]:
    """Columns sealed in the database, where the room has them."""
    if importlib.util.find_spec("supportroom.kernel.keyring") is None:
        return {}
    keyring: Any = importlib.import_module("supportroom.kernel.keyring")
    place = "people.account|1|email"
    sealed = keyring.seal("somebody@example.org", place)
    return {
        "a column sealed (S44)": alone(lambda: keyring.seal("somebody@example.org", place)),
        "a column opened (S44)": alone(lambda: keyring.unseal(sealed, place)),
        "found by an address that is sealed (S44)": alone(
            lambda: keyring.blind_indexes("somebody@example.org", "people.account|email")
        ),
    }
