"""What two people write on the same thing: neither is lost unseen (R07)."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Stale
from supportroom.rounds.actions import amend_round
from supportroom.rounds.models import Round
from tests.factories.rounds import make_round, words
from tests.faults.at_once import at_once, raised_by

PACKAGE = Path(__file__).resolve().parents[2] / "supportroom"
THREADS, EACH = 8, 20
# Actions that take words and change a row without the version that was seen, and why nothing is lost by it.
WITHOUT = {
    "appoint": "a step of the group's lifecycle: only one is taken",
    "bring_together": "a new demand; what it brings together is held",
    "confirm_substitute": "a step: a proposal is settled once",
    "defer_topic": "a step of the topic's lifecycle",
    "insist": "words of one writer on their own comment",
    "merge_topic": "a step of the topic's lifecycle",
    "name_contact": "one person's name with their competence, chosen anew as a whole",
    "open_call": "a new call: the round has one",
    "open_registration": "a new registration: the round has one",
    "refuse_substitute": "a step: a proposal is settled once",
    "retitle_thread": "a title of one line; a thread's version grows with every post",
    "settle_point": "a step of the point's lifecycle",
    "write_post": "a new post; of the thread its count alone is changed, while it is held",
}
TEXTS = {"text", "title", "name", "words", "content", "reason", "reply"}


def actions() -> Iterator[ast.FunctionDef]:
    """Give every action."""
    for path in sorted([*PACKAGE.glob("*/actions.py"), *PACKAGE.glob("*/actions/*.py")]):
        for found in ast.walk(ast.parse(path.read_text())):
            if isinstance(found, ast.FunctionDef) and any(
                isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "action" for mark in found.decorator_list
            ):
                yield found


def changes_words_unseen(found: ast.FunctionDef) -> bool:
    """Tell whether an action takes words, changes a row, and does not take the version that its actor saw."""
    taken = found.args.kwonlyargs
    takes_words = bool(found.args.kwarg) or any(
        each.arg in TEXTS or "MultilingualText" in ast.unparse(each.annotation or ast.Constant(None)) for each in taken
    )
    changes = any(isinstance(each, ast.Call) and getattr(each.func, "id", "") == "change" for each in ast.walk(found))
    return takes_words and changes and "seen" not in {each.arg for each in taken}


def test_r07_every_action_that_edits_words_takes_the_version_that_was_seen_or_says_why_not() -> None:
    unseen = {found.name for found in actions() if changes_words_unseen(found)}
    assert unseen - WITHOUT.keys() == set(), "take `seen` and pass it to change()"
    assert WITHOUT.keys() - unseen == set(), "no longer so: take it off the list"


def test_r07_eight_who_write_twenty_times_each_on_one_text_lose_no_word(
    real_database: Path, room: None, record_property: Callable[[str, object], None]
) -> None:
    with transaction.atomic():
        made = make_round(running=False, others=0)
        amend_round(actor=SYSTEM, round=made, seen=made.version, title=words("Title"))
    first, overtaken = Round.objects.get(pk=made.pk).version, [0]

    def write(number: int) -> None:
        for turn in range(EACH):
            while True:
                seen = Round.objects.get(pk=made.pk)
                longer = words(f"{seen.title} {number}.{turn}"[-180:])
                try:
                    amend_round(actor=SYSTEM, round=seen, seen=seen.version, title=longer)
                except Stale:
                    overtaken[0] += 1
                else:
                    break

    errors = raised_by(at_once(*[lambda number=number: write(number) for number in range(THREADS)]))
    assert errors == []
    last = Round.objects.get(pk=made.pk)
    assert last.version == first + THREADS * EACH, "each writing built on the one before"
    record_property("updates", f"{THREADS} x {EACH} writings, overtaken {overtaken[0]}, lost 0")
