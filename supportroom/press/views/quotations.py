"""Quotations: offering words to who said them, and what they answer."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from supportroom.groups.queries import people_of
from supportroom.kernel.permissions import may
from supportroom.papers.models import Paper
from supportroom.papers.queries import languages_of
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.queries import persons_visible_to
from supportroom.people.vocabulary import TEAM
from supportroom.press import actions
from supportroom.press.forms import QuotationForm
from supportroom.press.queries import own_quotations, paper_of_pack, quotation_for
from supportroom.press.vocabulary import TONES
from supportroom.web.editing import DONE, save
from supportroom.web.posting import attempt


def quotation_offer(request: Asking, paper_id: int) -> HttpResponse:
    """Offer words to somebody as a quotation of theirs."""
    paper = paper_of_pack(request.actor, paper_id)
    people = _can_be_asked(request, paper)
    form = QuotationForm(request.POST or None, people=people, languages=languages_of(paper))
    status = save(request, form, actions.offer_quotation, actor=request.actor, paper=paper)
    if status == DONE:
        messages.success(request, _("They are asked whether they may be quoted."))
        return redirect("press:pack_detail", paper.pk)
    return render(request, "press/offer.html", {"paper": paper, "group": paper.group, "form": form}, status=status)


def _can_be_asked(request: Asking, paper: Paper) -> QuerySet[Person]:
    return persons_visible_to(request.actor) if request.actor.holds(TEAM) else people_of(paper.group)


def quotation_list(request: Asking) -> HttpResponse:
    """Show the words of one's own that somebody would like to quote."""
    quotations = own_quotations(request.actor)
    return render(request, "press/quotations.html", {"quotations": quotations, "tones": TONES})


def quotation_detail(request: Asking, quotation_id: int) -> HttpResponse:
    """Show a quotation to whose words it holds, with what they can answer; and to who prepares the pack."""
    quotation = quotation_for(request.actor, quotation_id)
    answers = {"named": True, "unnamed": False}
    errors: list[str] = []
    if request.method == "POST":
        chosen = request.POST.get("answer", "")
        if chosen in answers:
            given = {"quotation": quotation, "is_named": answers[chosen]}
            errors = attempt(actions.clear_quotation, actor=request.actor, **given)
        else:
            errors = attempt(actions.take_back_quotation, actor=request.actor, quotation=quotation)
        if not errors:
            return redirect("press:quotation_detail", quotation.pk)
    return render(
        request,
        "press/quotation.html",
        {
            "quotation": quotation,
            "errors": errors,
            "tone": TONES[quotation.state],
            "is_own": may(request.actor, "press.clear_quotation", quotation),
        },
        status=422 if errors else 200,
    )
