"""Pages of the newsletter: the public ones ask, confirm and leave; the team's write and send."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from supportroom.kernel.actors import VISITOR
from supportroom.kernel.permissions import require
from supportroom.newsletter import actions
from supportroom.newsletter.forms import IssueForm, SubscribeForm
from supportroom.newsletter.gathering import lines_since
from supportroom.newsletter.links import leaver_behind
from supportroom.newsletter.queries import how_many, issue_of, issues_visible_to, subscriber_behind
from supportroom.newsletter.vocabulary import DRAFTED, LINE_KINDS, TONES
from supportroom.people.middleware import Asking
from supportroom.people.tokens import new_token
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save, seen_in


@login_not_required
@sensitive_post_parameters("address")
def subscribe(request: HttpRequest) -> HttpResponse:
    """Let somebody ask for the newsletter; the page is the same whether the address is known or not."""
    form = SubscribeForm(request.POST or None, initial={"language": get_language()})
    status = save(request, form, actions.subscribe, actor=VISITOR, token=new_token())
    if status == DONE:
        return render(request, "newsletter/asked.html")
    return render(request, "newsletter/subscribe.html", {"form": form}, status=status)


@login_not_required
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button that confirms, and confirm."""
    subscriber = subscriber_behind(token)
    if request.method == "POST":
        actions.confirm(actor=VISITOR, subscriber=subscriber)
        return render(request, "newsletter/confirmed.html")
    return render(request, "newsletter/confirm.html")


@csrf_exempt  # a mail program leaves by one click, without having seen a page (RFC 8058); the link is the proof
@login_not_required
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button that leaves, and leave; who has left already is told the same."""
    subscriber = leaver_behind(token)
    if request.method == "POST" and subscriber is not None:
        actions.leave(actor=VISITOR, subscriber=subscriber)
    if request.method == "POST" or subscriber is None:
        return render(request, "newsletter/left.html")
    return render(request, "newsletter/leave.html")


def issue_list(request: Asking) -> HttpResponse:
    """Show the issues, how many get them, and begin another."""
    require(request.actor, "newsletter.read_issues")
    form = IssueForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.write_issue, actor=request.actor)
    if status == DONE:
        return redirect("newsletter:issue_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"issues": issues_visible_to(request.actor), "form": form, "count": how_many(), "tones": TONES}
    return render(request, "newsletter/issues.html", context, status=status)


def issue_detail(request: Asking, newsletter_issue_id: int) -> HttpResponse:
    """Show an issue as it will be sent, or was; change it while it was not."""
    issue = issue_of(request.actor, newsletter_issue_id)
    form = IssueForm(request.POST or None, initial=IssueForm.values_of(issue), languages=languages_spoken())
    status = save(
        request, form, actions.amend_issue, edits=issue, now=IssueForm.values_of,
        actor=request.actor, issue=issue, seen=seen_in(request, issue),
    )  # fmt: skip
    if status == DONE:
        return redirect("newsletter:issue_detail", issue.pk)
    language = get_language() or "en"
    lines = lines_since(issue.since, language) if issue.state == DRAFTED else issue.lines.get(language, [])
    context = {"issue": issue, "form": form, "lines": lines, "kinds": LINE_KINDS, "tone": TONES[issue.state]}
    return render(request, "newsletter/issue.html", context | {"count": how_many()}, status=status)


@require_POST
def issue_send(request: Asking, newsletter_issue_id: int) -> HttpResponse:
    """Send an issue to everybody on the list."""
    issue = actions.send_issue(actor=request.actor, issue=issue_of(request.actor, newsletter_issue_id))
    messages.success(request, _("The issue is on its way to %(count)s subscribers.") % {"count": issue.sent_to})
    return redirect("newsletter:issue_detail", issue.pk)
