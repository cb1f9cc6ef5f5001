"""The list of press contacts."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.press import actions
from supportroom.press.forms import ContactForm
from supportroom.press.queries import contacts_visible_to
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save


def contact_list(request: Asking) -> HttpResponse:
    """Show the press contacts, and take up another."""
    require(request.actor, "press.read_contacts")
    form = ContactForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.add_contact, actor=request.actor)
    if status == DONE:
        return redirect("press:contact_list")
    context = {"contacts": contacts_visible_to(request.actor), "form": form, "names": languages_spoken()}
    return render(request, "press/contacts.html", context, status=status)


@require_POST
def contact_remove(request: Asking, press_contact_id: int) -> HttpResponse:
    """Take somebody off the list."""
    contact = contacts_visible_to(request.actor).filter(pk=press_contact_id).first()
    if contact is None:
        raise Missing("kernel.missing")
    actions.remove_contact(actor=request.actor, contact=contact)
    return redirect("press:contact_list")
