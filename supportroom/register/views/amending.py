"""One recommendation: its words, under what it stands, to whom it goes, whether it is shown."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Stale
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.register import actions
from supportroom.register.forms.keeping import AddressForm, AmendForm
from supportroom.register.forms.placing import ADDRESSEES, Lists
from supportroom.register.models import Recommendation
from supportroom.register.queries import submissions_of
from supportroom.register.showing import page_at
from supportroom.register.views.fetching import posted, recommendation_for, take_step
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import submit
from supportroom.web.wording import WordingForm, two_wordings


def recommendation_edit(request: Asking, recommendation_id: int) -> HttpResponse:
    """Change under what a recommendation stands."""
    found = recommendation_for(request, recommendation_id, "register.amend_recommendation")
    seen, values = seen_in(request, found), AmendForm.values_of(found)
    form = AmendForm(posted(request), lists=Lists.read(), languages=languages_spoken(), initial=values)
    asked: dict[str, Any] = {"actor": request.actor, "recommendation": found, "seen": seen}
    status = save(request, form, actions.amend_recommendation, edits=found, now=AmendForm.values_of, **asked)
    if status == DONE:
        return redirect(page_at(found))
    context = {"recommendation": found, "form": form, "back": page_at(found)}
    context["seen"] = found.version if status == OVERTAKEN else seen
    return render(request, "register/edit.html", context, status=status)


def recommendation_words(request: Asking, recommendation_id: int) -> HttpResponse:
    """Word a recommendation in its languages, side by side; interpreters translate."""
    found = recommendation_for(request, recommendation_id, "register.reword_recommendation")
    languages = languages_spoken()
    is_team = may(request.actor, "register.amend_recommendation", found)
    form = WordingForm(
        posted(request),
        content=found.text,
        languages=languages,
        open_languages=[code for code in languages if is_team or code != found.text.original],
        initial={"seen": found.version},
    )
    if request.method == "POST":
        try:
            if submit(form, actions.reword_recommendation, actor=request.actor, recommendation=found):
                return redirect(page_at(found))
        except Stale as stale:
            return two_wordings(request, stale, languages, page_at(found))
    context = {"recommendation": found, "form": form, "back": page_at(found)}
    return render(request, "register/words.html", context, status=422 if form.errors else 200)


def recommendation_address(request: Asking, recommendation_id: int) -> HttpResponse:
    """Choose to whom a recommendation is addressed."""
    found = recommendation_for(request, recommendation_id, "register.address_recommendations")
    chosen = [str(submission.addressee_id) for submission in submissions_of(found)]
    form = AddressForm(posted(request), lists=Lists.read(), initial={ADDRESSEES: chosen})
    asked: dict[str, Any] = {"actor": request.actor, "recommendations": [found], "only": True}
    status = save(request, form, actions.address_recommendations, **asked)
    if status == DONE:
        return redirect(page_at(found))
    context = {"recommendation": found, "form": form, "back": page_at(found), "seen": None}
    return render(request, "register/edit.html", context, status=status)


@require_POST
def recommendation_release(request: Asking, recommendation_id: int) -> HttpResponse:
    """Show a recommendation to the public."""
    found = recommendation_for(request, recommendation_id, "register.release_recommendations")
    done = gettext("It is shown to the public now.")
    take_step(request, actions.release_recommendations, done, recommendations=[found])
    return redirect(page_at(found))


@require_POST
def recommendation_set_aside(request: Asking, recommendation_id: int) -> HttpResponse:
    """Set a recommendation aside."""
    return _step(request, recommendation_id, "register.set_aside", actions.set_aside, gettext("It is set aside."))


@require_POST
def recommendation_take_back(request: Asking, recommendation_id: int) -> HttpResponse:
    """Take back what was set aside."""
    done = gettext("It stands in the register again.")
    return _step(request, recommendation_id, "register.take_back", actions.take_back, done)


def _step(request: Asking, recommendation_id: int, permission: str, act: Any, done: str) -> HttpResponse:
    found: Recommendation = recommendation_for(request, recommendation_id, permission)
    take_step(request, act, done, recommendation=found)
    return redirect("register:set_aside_list" if found.set_aside else page_at(found))
