"""Bodies that are asked, and who answers for them."""

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.by_name import by_name
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.vocabulary import ADDRESSEE, OFFICE
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM as FOR_THE_TEAM
from supportroom.register import actions
from supportroom.register.forms.keeping import AddresseeForm, RepresentativeForm
from supportroom.register.models import Addressee, Representative
from supportroom.register.queries import addressees
from supportroom.register.showing import team_tabs
from supportroom.register.views.fetching import find, posted, take_step
from supportroom.room.queries import charter, languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def addressee_list(request: Asking) -> HttpResponse:
    """Show the bodies that are asked."""
    require(request.actor, "register.read_register")
    kept = Count("submissions", filter=Q(submissions__recommendation__set_aside=False), distinct=True)
    rows = addressees().annotate(number=kept, people=Count("representatives", distinct=True))
    rows = rows.order_by("position", "pk")
    return render(request, "register/addressees.html", {"tabs": team_tabs("addressees"), "rows": rows})


def addressee_add(request: Asking) -> HttpResponse:
    """Enter a body."""
    require(request.actor, "register.add_addressee")
    form = AddresseeForm(posted(request), languages=languages_spoken())
    status = save(request, form, actions.add_addressee, actor=request.actor)
    if status == DONE:
        return redirect("register:addressee_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"tabs": team_tabs("addressees"), "form": form, "addressee": None, "seen": None}
    return render(request, "register/addressee_edit.html", context, status=status)


def addressee_detail(request: Asking, addressee_id: int) -> HttpResponse:
    """Show a body with its address and who answers for it; name who does."""
    require(request.actor, "register.read_register")
    addressee = find(addressees(), addressee_id)
    present = list(addressee.representatives.select_related("person"))
    form = RepresentativeForm(posted(request), persons=_could_answer(present))
    status = save(request, form, actions.name_representative, actor=request.actor, addressee=addressee)
    if status == DONE:
        return redirect("register:addressee_detail", addressee.pk)
    context = {
        "tabs": team_tabs("addressees"),
        "addressee": addressee,
        "people": [(each.pk, name_for(each.person, FOR_THE_TEAM)) for each in present],
        "form": form,
        "days": addressee.answer_days or charter().answer_days,
    }
    return render(request, "register/addressee.html", context, status=status)


def _could_answer(present: list[Representative]) -> list[tuple[Person, str]]:
    holds = Q(roles__icontains=f'"{ADDRESSEE}"') | Q(roles__icontains=f'"{OFFICE}"')
    rows = by_name(Person.objects.filter(holds, account__is_active=True))
    others = rows.exclude(pk__in=[each.person_id for each in present])
    return [(person, name_for(person, FOR_THE_TEAM)) for person in others]


def addressee_edit(request: Asking, addressee_id: int) -> HttpResponse:
    """Change what is said of a body."""
    require(request.actor, "register.amend_addressee")
    addressee = find(addressees(), addressee_id)
    seen, values = seen_in(request, addressee), AddresseeForm.values_of(addressee)
    form = AddresseeForm(posted(request), languages=languages_spoken(), initial=values)
    asked = {"actor": request.actor, "addressee": addressee, "seen": seen}
    status = save(request, form, actions.amend_addressee, edits=addressee, now=AddresseeForm.values_of, **asked)
    if status == DONE:
        return redirect("register:addressee_detail", addressee.pk)
    context = {"tabs": team_tabs("addressees"), "form": form, "addressee": addressee}
    context["seen"] = addressee.version if status == OVERTAKEN else seen
    return render(request, "register/addressee_edit.html", context, status=status)


@require_POST
def addressee_remove(request: Asking, addressee_id: int) -> HttpResponse:
    """Take out a body that nothing was addressed to."""
    require(request.actor, "register.remove_addressee")
    addressee = find(Addressee.objects.all(), addressee_id)
    take_step(request, actions.remove_addressee, gettext("It was taken out."), addressee=addressee)
    return redirect("register:addressee_list")


@require_POST
def representative_dismiss(request: Asking, representative_id: int) -> HttpResponse:
    """Let somebody no longer answer for a body."""
    require(request.actor, "register.dismiss_representative")
    found = find(Representative.objects.select_related("addressee"), representative_id)
    done = gettext("They no longer answer for it.")
    take_step(request, actions.dismiss_representative, done, representative=found)
    return redirect("register:addressee_detail", found.addressee_id)
