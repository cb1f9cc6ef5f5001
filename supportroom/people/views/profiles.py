"""What a member says of themselves, and the fields of competence that the team keeps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people import actions
from supportroom.people.forms import CompetenceForm, ProfileForm
from supportroom.people.middleware import Asking
from supportroom.people.models import Competence, Person
from supportroom.people.queries import competences, persons_visible_to, profile_of
from supportroom.people.vocabulary import READING_LANGUAGES
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def profile_edit(request: Asking) -> HttpResponse:
    """Fill in one's own profile, or leave it empty."""
    profile, person = profile_of(request.actor.person_id or 0), _oneself(request)
    seen = seen_in(request, profile)
    known = list(competences())
    form = ProfileForm(request.POST or None, initial=ProfileForm.values_of(profile), fields_known=known)
    asked = {"actor": request.actor, "person": person, "seen": seen}
    edits = None if profile._state.adding else profile
    status = save(request, form, actions.set_profile, edits=edits, now=ProfileForm.values_of, **asked)
    if status == DONE:
        messages.success(request, _("Your profile is saved."))
        return redirect("people:profile")
    context = {"form": form, "person": person, "seen": profile.version if status == OVERTAKEN else seen}
    return render(request, "people/profile.html", context, status=status)


def _oneself(request: Asking) -> Person:
    return persons_visible_to(request.actor).get(pk=request.actor.person_id or 0)


def competence_list(request: Asking) -> HttpResponse:
    """List the fields of competence and add one."""
    require(request.actor, "people.add_competence")
    form = CompetenceForm(request.POST or None, languages=READING_LANGUAGES)
    if save(request, form, actions.add_competence, actor=request.actor) == DONE:
        return redirect("people:competence_list")
    context = {"form": form, "competences": list(competences())}
    return render(request, "people/competence_list.html", context, status=422 if form.is_bound else 200)


def competence_edit(request: Asking, competence_id: int) -> HttpResponse:
    """Reword or translate a field of competence."""
    require(request.actor, "people.amend_competence")
    competence = Competence.objects.filter(pk=competence_id).first()
    if competence is None:
        raise Missing("kernel.missing")
    seen = seen_in(request, competence)
    values = {"name": competence.name}
    form = CompetenceForm(request.POST or None, initial=values, languages=READING_LANGUAGES)
    asked = {"actor": request.actor, "competence": competence, "seen": seen}
    status = save(request, form, actions.amend_competence, edits=competence, now=lambda c: {"name": c.name}, **asked)
    if status == DONE:
        return redirect("people:competence_list")
    context = {"form": form, "seen": competence.version if status == OVERTAKEN else seen}
    return render(request, "people/competence_edit.html", context, status=status)
