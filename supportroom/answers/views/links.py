"""What a secure link shows to whoever holds it: the letter, and a button that says that it arrived. Nothing else.

The page keeps nothing in the browser and tells no other page where one came from; opening it changes nothing, so that
a mail server that looks at links confirms nothing. The token stands for what elsewhere a form's key does.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from supportroom.answers.actions import acknowledge_by_link
from supportroom.answers.composing import how_to_answer
from supportroom.answers.lifecycle import LETTER
from supportroom.answers.models import LetterLink
from supportroom.answers.queries import contents_of, link_behind
from supportroom.kernel.actors import VISITOR
from supportroom.web.posting import attempt

NOT_FOUND = 404


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a link opens, or say that it leads nowhere (any more); by a form, that the letter arrived."""
    link = link_behind(token)
    if link is None:
        return kept_to_itself(render(request, "answers/link_over.html", status=NOT_FOUND))
    if request.method == "POST":
        attempt(acknowledge_by_link, actor=VISITOR, link=link)  # said before, or over meanwhile: the page tells which
        return kept_to_itself(redirect("answers:letter", token))
    return kept_to_itself(_page(request, link, token))


def _page(request: HttpRequest, link: LetterLink, token: str) -> HttpResponse:
    context = {
        "link": link,
        "token": token,
        "letter": link.letter,
        "rows": list(contents_of(link.letter)),
        "is_new": LETTER.allows(link.letter.state, "acknowledge"),
        "how": how_to_answer(),
    }
    return render(request, "answers/link.html", context)


def kept_to_itself(answer: HttpResponse) -> HttpResponse:
    """Let no cache keep an answer, no search engine list it, and no other page learn its address."""
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Cache-Control"] = "private, no-store"
    return answer
