"""What somebody may do about a recommendation's answers, for the rail of its page."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.answers.vocabulary import STEP_WORDS, STEPS
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may
from supportroom.register.lifecycle import RECOMMENDATION, SUBMISSION
from supportroom.register.models import Recommendation, Submission
from supportroom.register.queries import submissions_of

Link = tuple[str, str]


def steps_for(actor: Actor, recommendation: Recommendation) -> list[Link]:
    """Give what the reader may do now: answer for each addressee, say what became of it, record where it was carried.

    A reader who may do nothing of it costs no query but their own.
    """
    if not actor.is_known or not may(actor, "answers.say_done", recommendation):
        return []
    return [*_answers(actor, recommendation), *_steps(actor, recommendation), *_further(actor, recommendation)]


def _answers(actor: Actor, recommendation: Recommendation) -> list[Link]:
    waiting = [each for each in submissions_of(recommendation) if SUBMISSION.allows(each.state, "answer")]
    return [
        (_label(actor, each), reverse("answers:answer_add", args=[each.pk]))
        for each in waiting
        if may(actor, "answers.answer", each)
    ]


def _label(actor: Actor, submission: Submission) -> str:
    if not may(actor, "answers.read_letters"):
        return _("Answer")
    return _("Record the answer of %(addressee)s") % {
        "addressee": submission.addressee.name.said_in(get_language() or "").text
    }


def _steps(actor: Actor, recommendation: Recommendation) -> list[Link]:
    return [
        (str(STEP_WORDS[word][2]), reverse("answers:step_take", args=[recommendation.pk, word]))
        for word, (verb, permission) in STEPS.items()
        if RECOMMENDATION.allows(recommendation.state, verb) and may(actor, permission, recommendation)
    ]


def _further(actor: Actor, recommendation: Recommendation) -> list[Link]:
    if not may(actor, "answers.deliver"):
        return []
    carried = f"{reverse('answers:delivery_add')}?numbers={recommendation.code}"
    return [(_("Record a delivery"), carried), (_("Letters and answers"), reverse("answers:addressee_list"))]
