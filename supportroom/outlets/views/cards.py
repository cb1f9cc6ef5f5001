"""Pictures for who shares a link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.kernel.actors import VISITOR
from supportroom.outlets.cards import card_of
from supportroom.register.queries import recommendation_at
from supportroom.rendering.card import to_png
from supportroom.web.limits import limited


@login_not_required
@require_safe
@limited("card")
def recommendation_card(request: HttpRequest, recommendation_slug: str) -> HttpResponse:
    """Draw the card of a recommendation that everybody may read, whoever asks."""
    found = recommendation_at(VISITOR, recommendation_slug)
    return HttpResponse(to_png(card_of(found, get_language() or "en")), content_type="image/png")
