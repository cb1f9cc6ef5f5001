"""What a page shows of a members' check to a reader: never more than the reader may know at this instant."""

from dataclasses import dataclass

from supportroom.checks.hearing import subject_of
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import my_answer, reasons_of
from supportroom.checks.vocabulary import (
    CHOICES,
    CHOICES_EXPLAINED,
    COUNTED,
    FEWEST_FOR_SECRECY,
    OPEN,
    TONES,
    WITHDRAWN,
)
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.people.vocabulary import MEMBER


@dataclass(frozen=True)
class CheckShown:
    """A check for `checks/_check.html`. `stage`: open, over (waits to be counted), counted, withdrawn.

    `came_later`: the reader became a member after the opening, and stands on no roll.
    """

    check: MembersCheck
    stage: str
    tone: str
    can_answer: bool
    came_later: bool
    mine: str
    reasons: tuple[str, ...]
    subject: tuple[str, str] | None
    choices: tuple[tuple[str, str, str], ...]

    @property
    def mine_in_words(self) -> str:
        """What the reader answers, in their language."""
        return str(CHOICES.get(self.mine, ""))

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """Each choice with its word and, once it is counted, its number."""
        return [(choice, word, self.check.tally.get(choice, 0)) for choice, word, _meaning in self.choices]

    @property
    def answered(self) -> int:
        """How many answered, once it is counted."""
        return sum(self.check.tally.values())

    @property
    def is_small(self) -> bool:
        """Tell whether so few are asked, or answered, that somebody could guess who answered what."""
        few = self.check.roll if self.stage in (OPEN, "over") else self.answered
        return few < FEWEST_FOR_SECRECY


def shown(actor: Actor, check: MembersCheck) -> CheckShown:
    """Give what this reader may see of a check now."""
    moment = now()
    takes = check.takes_answers(moment)
    can_answer = takes and may(actor, "checks.answer", check)
    stage = "over" if check.is_over(moment) else check.state
    return CheckShown(
        check=check,
        stage=stage,
        tone=TONES[check.state] if check.is_agreed is not False else "refused",
        can_answer=can_answer,
        came_later=takes and not can_answer and actor.holds(MEMBER),
        mine=my_answer(actor, check) if stage not in (COUNTED, WITHDRAWN) else "",
        reasons=tuple(reason.words for reason in reasons_of(check)),
        subject=subject_of(check),
        choices=tuple((key, str(word), str(CHOICES_EXPLAINED[key])) for key, word in CHOICES.items()),
    )
