"""How often somebody is told of what."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import may
from supportroom.notices import actions
from supportroom.notices.forms import ChoiceForm
from supportroom.notices.pace import paces_of
from supportroom.notices.queries import address_trouble_of
from supportroom.notices.views.notices import reader_of
from supportroom.notices.vocabulary import ALWAYS_AT_ONCE, CATEGORIES, FOR_ADDRESSEES, FOR_THE_OFFICE, FOR_THE_TEAM
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, save


def choices(request: Asking) -> HttpResponse:
    """Show the matrix of categories and channels, and let the reader choose."""
    person = reader_of(request)
    hidden = ALWAYS_AT_ONCE if may(request.actor, "notices.read_outbox") else (*ALWAYS_AT_ONCE, *FOR_THE_TEAM)
    open_ones = [category for category in CATEGORIES if category not in hidden]
    form = ChoiceForm(request.POST or None, categories=open_ones, paces=paces_of([person.pk])[person.pk])
    status = save(request, form, actions.choose_pace, actor=request.actor, person=person)
    if status == DONE:
        messages.success(request, _("Your choices hold from now on."))
        return redirect("notices:choices")
    others: tuple[str, ...] = () if may(request.actor, "notices.hear_of_reviews") else FOR_THE_OFFICE
    others += () if may(request.actor, "answers.read_addressed") else FOR_ADDRESSEES
    fixed = [each for each in ALWAYS_AT_ONCE if each not in others]
    context = {
        "form": form,
        "fixed": [CATEGORIES[category] for category in fixed],
        "mail_is_on": settings.MAIL_IS_ON,
        "trouble": address_trouble_of(person),
    }
    return render(request, "notices/choices.html", context, status=status)


@require_POST
def address_trusted(request: Asking) -> HttpResponse:
    """Let mails be sent again to the reader's address, which a server had refused."""
    actions.trust_address(actor=request.actor, person=reader_of(request))
    messages.success(request, _("The next mail will be tried again."))
    return redirect("notices:choices")
