"""Quotations: offering words to who said them, and what they answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.papers.queries import languages_of
from supportroom.people.middleware import Asking
from supportroom.press import actions
from supportroom.press.forms import QuotationForm
from supportroom.press.models import Quotation
from supportroom.press.queries import can_be_asked, own_quotations, paper_of_pack, quotation_for
from supportroom.press.vocabulary import TONES
from supportroom.web.editing import DONE, save
from supportroom.web.posting import attempt

CLEARING = {"named": True, "unnamed": False}


def quotation_offer(request: Asking, paper_id: int) -> HttpResponse:
    """Offer words to somebody as a quotation of theirs."""
    paper = paper_of_pack(request.actor, paper_id)
    form = QuotationForm(request.POST or None, people=can_be_asked(request.actor, paper), languages=languages_of(paper))
    status = save(request, form, actions.offer_quotation, actor=request.actor, paper=paper)
    if status == DONE:
        messages.success(request, _("They are asked whether they may be quoted."))
        return redirect("press:pack_detail", paper.pk)
    return render(request, "press/offer.html", {"paper": paper, "group": paper.group, "form": form}, status=status)


def quotation_list(request: Asking) -> HttpResponse:
    """Show the words of one's own that somebody would like to quote."""
    quotations = own_quotations(request.actor)
    return render(request, "press/quotations.html", {"quotations": quotations, "tones": TONES})


def quotation_detail(request: Asking, quotation_id: int) -> HttpResponse:
    """Show a quotation to whose words it holds, with what they can answer; and to who prepares the pack."""
    quotation = quotation_for(request.actor, quotation_id)
    errors: list[str] = []
    if request.method == "POST":
        errors = _answer(request, quotation)
        if not errors:
            return redirect("press:quotation_detail", quotation.pk)
    context = {
        "quotation": quotation,
        "errors": errors,
        "tone": TONES[quotation.state],
        "is_own": may(request.actor, "press.clear_quotation", quotation),
    }
    return render(request, "press/quotation.html", context, status=422 if errors else 200)


def _answer(request: Asking, quotation: Quotation) -> list[str]:
    """Do what was answered; give what is refused."""
    chosen, given = request.POST.get("answer", ""), {"actor": request.actor, "quotation": quotation}
    if chosen in CLEARING:
        return attempt(actions.clear_quotation, **given, is_named=CLEARING[chosen])
    if chosen == "no":
        return attempt(actions.take_back_quotation, **given)
    raise Missing("kernel.missing")
