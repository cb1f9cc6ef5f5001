"""The page on which the team makes links for the press and takes them back."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.papers.queries import paper_visible_to
from supportroom.people.middleware import Asking
from supportroom.people.tokens import new_token
from supportroom.press.queries import pack_of
from supportroom.site.actions import make_press_link, withdraw_press_link
from supportroom.site.forms import LinkForm
from supportroom.site.models import PressLink
from supportroom.site.press_room import OFFICE_ZONE, may_be_handed
from supportroom.web.posting import submit


@sensitive_variables()
def link_list(request: Asking, paper_id: int) -> HttpResponse:
    """List a paper's links for the press; make a new one and show its address, this once."""
    paper = paper_visible_to(request.actor, paper_id)
    require(request.actor, "site.make_press_link", paper)
    form, address = LinkForm(request.POST or None), ""
    if request.method == "POST":
        token = new_token()
        if submit(form, make_press_link, actor=request.actor, paper=paper, token=token):
            address = f"{settings.ROOM_ADDRESS}{reverse('site:press_handed', args=[token])}"
            form = LinkForm()
    context = {
        "paper": paper,
        "group": paper.group,
        "pack": pack_of(paper),
        "form": form,
        "address": address,
        "links": list(paper.press_links.all()),
        "is_possible": may_be_handed(paper),
        "office_zone": OFFICE_ZONE,
    }
    return render(request, "site/press_links.html", context, status=422 if form.errors else 200)


@require_POST
def link_withdraw(request: Asking, press_link_id: int) -> HttpResponse:
    """Take a link back."""
    require(request.actor, "site.withdraw_press_link")
    link = PressLink.objects.select_related("paper").filter(pk=press_link_id).first()
    if link is None:
        raise Missing("kernel.missing")
    withdraw_press_link(actor=request.actor, link=link)
    return redirect("site:link_list", link.paper_id)
