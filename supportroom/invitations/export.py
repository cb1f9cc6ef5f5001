"""The team's list of invitations as a file: who has answered what, and what they need."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.invitations.models import Invitation
from supportroom.invitations.vocabulary import INVITATION_STATES, RESPONSE_KINDS, SUPPORT_KINDS
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.web.sheets import Cell, sheet_of


def table_of(invitations: Iterable[Invitation], kind: str) -> HttpResponse:
    """Answer with these invitations, their requests and answers fetched along, as CSV or XLSX."""
    rows: list[list[Cell]] = [_header(), *(_cells(each) for each in invitations)]
    return sheet_of(rows, kind, "invitations", _("Invitations"))


def _header() -> list[Cell]:
    person = [_("Name"), _("Organisation"), _("Group")]
    return [*person, _("State"), _("Answered on"), _("Answer"), _("Reason"), _("Needs")]


def _cells(invitation: Invitation) -> list[Cell]:
    here = get_language() or ""
    newest = next(reversed(invitation.responses.all()), None)
    needs = [_need(each.kind, each.note) for each in invitation.support_requests.all()]
    return [
        name_for(invitation.person, TEAM),
        invitation.person.organisation.name if invitation.person.organisation else "",
        str(invitation.group.name.said_in(here)) if invitation.group else "",
        str(INVITATION_STATES[invitation.state]),
        invitation.answered_at.date().isoformat() if invitation.answered_at else "",
        str(RESPONSE_KINDS[newest.kind]) if newest else "",
        str(newest.reason.said_in(here)) if newest else "",
        _("; ").join(needs),
    ]


def _need(kind: str, note: str) -> str:
    return f"{SUPPORT_KINDS[kind]} ({note})" if note else str(SUPPORT_KINDS[kind])
