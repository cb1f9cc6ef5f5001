"""Parts that several of the team's pages show."""

from dataclasses import dataclass

from django.urls import reverse

from supportroom.invitations.preparation import wording_of
from supportroom.invitations.readiness import Readiness, Requirement
from supportroom.rounds.models import Round


@dataclass(frozen=True)
class Line:
    """A line of the checklist: what it is about, whether it stands, where it is mended."""

    words: str
    is_met: bool
    url: str


PLACES = {
    "round": "rounds:round_detail",
    "programme": "programme:programme",
    "agenda": "topics:topic_list",
    "letter": "invitations:letter_edit",
    "list": "selection:draft_list",
}


def checklist(round: Round, readiness: Readiness) -> list[Line]:
    """Give everything that must stand before invitations go out, each with the page on which it is mended."""
    return [Line(wording_of(each), each.is_met, _where(round, each)) for each in readiness.requirements]


def _where(round: Round, requirement: Requirement) -> str:
    if requirement.place == "topic":
        return reverse("topics:topic_detail", args=[int(requirement.about)])
    return reverse(PLACES[requirement.place], args=[round.pk])
