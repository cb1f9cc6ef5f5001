"""Statements and reports, as they wait for who writes, speaks for, publishes or answers them."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from supportroom.desk.waiting import Waiting
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.vocabulary import OFFICE
from supportroom.protection.models import Consent
from supportroom.register.models import Addressee
from supportroom.register.queries import addressees, represented_by
from supportroom.statements.models import Report, Spokesperson, Statement
from supportroom.statements.vocabulary import ADOPTED, DELIVERED, DRAFTING


def page_of(statement: Statement) -> str:
    """Give the address of a statement's page."""
    return reverse("statements:statement_detail", args=[statement.pk])


def texts_of(actor: Actor) -> Iterator[Waiting]:
    """A statement that one writes on and that nobody has read back yet."""
    if actor.person_id is None:
        return
    for statement in Statement.objects.filter(state=DRAFTING, volunteers__person_id=actor.person_id):
        yield Waiting(_("You write on this statement"), statement.title, page_of(statement))


def consents_of(actor: Actor) -> Iterator[Waiting]:
    """A statement that one speaks for without having said whether one may be named."""
    if actor.person_id is None:
        return
    asked = Spokesperson.objects.filter(person_id=actor.person_id).exclude(statement__state=DELIVERED)
    for spokesperson in asked.select_related("statement"):
        statement = spokesperson.statement
        if not Consent.objects.filter(person_id=actor.person_id, thing=reference(statement)).exists():
            yield Waiting(_("Say whether you may be named as spokesperson"), statement.title, page_of(statement))


def reports_for_team() -> Iterator[Waiting]:
    """Reports that were adopted and not published."""
    for report in Report.objects.filter(state=ADOPTED).select_related("round"):
        url = reverse("site:report_publish", args=[report.round_id])
        yield Waiting(_("The report is adopted: publish it"), report.round.title, url)


def statements_to_answer(actor: Actor) -> Iterator[Waiting]:
    """Statements that were delivered and not answered: all for the office; for an addressee those to a body for which
    they answer, and those to a body that the register does not know.
    """
    waiting = Statement.objects.filter(state=DELIVERED, replies=None)
    others = set() if actor.holds(OFFICE) else _names(addressees()) - _names(represented_by(actor))
    for statement in waiting:
        if not (_spellings(statement.addressee) & others):
            yield Waiting(_("A statement waits for a reply"), statement.title, page_of(statement))


def _names(bodies: Iterable[Addressee]) -> set[str]:
    return {name for body in bodies for name in _spellings(body.name)}


def _spellings(words: MultilingualText) -> set[str]:
    """Give a name as a search would find it, in every language."""
    return {fold(name) for name in words.texts.values() if name}
