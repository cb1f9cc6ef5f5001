"""Everything that is published, from A to Z."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.outlets.alphabet import letters, lines_under, shown, titles_in

PAGE = 200


@login_not_required
@require_safe
def listing(request: HttpRequest, letter: str = "") -> HttpResponse:
    """Show the letters, and under one of them what begins with it; all letters where nothing begins with that one."""
    language = get_language() or "en"
    counts = letters(titles_in(language))
    if letter and letter not in counts:
        return redirect("outlets:listing")
    context = {
        "letters": [(name, shown(name), count) for name, count in counts.items()],
        "letter": letter,
        "letter_shown": shown(letter) if letter else "",
        "page": Paginator(lines_under(letter, language), PAGE).get_page(request.GET.get("page")) if letter else None,
    }
    return render(request, "outlets/listing.html", context)
