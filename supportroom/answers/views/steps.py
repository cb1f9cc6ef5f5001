"""What became of a recommendation: a form for each step."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.answers import actions
from supportroom.answers.due import today
from supportroom.answers.forms import OwnStepForm, StepForm
from supportroom.answers.queries import is_own_to
from supportroom.answers.vocabulary import STEP_WORDS, STEPS
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.lifecycle import RECOMMENDATION
from supportroom.register.models import Addressee, Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.vocabulary import STATES, TONES
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save

ACTIONS: Final = {
    "under-way": actions.say_under_way,
    "done": actions.say_done,
    "lapsed": actions.say_lapsed,
    "reopen": actions.reopen,
}


def step_take(request: Asking, recommendation_id: int, verb: str) -> HttpResponse:
    """Say what became of a recommendation: since when, and where it can be read."""
    recommendation = recommendations_visible_to(request.actor).filter(pk=recommendation_id).first()
    if recommendation is None or verb not in STEPS:
        raise Missing("kernel.missing")
    step, permission = STEPS[verb]
    require(request.actor, permission, recommendation)
    form = _form(request, recommendation)
    status = save(request, form, ACTIONS[verb], actor=request.actor, recommendation=recommendation)
    if status == DONE:
        return redirect("followup:recommendation_detail", recommendation.slug)
    context = {
        "recommendation": recommendation,
        "form": form,
        "words": STEP_WORDS[verb],
        "state": (STATES[recommendation.state], TONES[recommendation.state]),
        "is_possible": RECOMMENDATION.allows(recommendation.state, step),
    }
    return render(request, "answers/step.html", context, status=status)


def _form(request: Asking, recommendation: Recommendation) -> OwnStepForm:
    typed, spoken, begun = request.POST or None, languages_spoken(), {"on": today()}
    if is_own_to(request.actor, recommendation):
        return OwnStepForm(typed, languages=spoken, initial=begun)
    addressed = Addressee.objects.filter(submissions__recommendation=recommendation)
    return StepForm(typed, addressees=addressed, languages=spoken, initial=begun)
