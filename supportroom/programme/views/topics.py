"""Which topics a session speaks about."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.errors import Stale
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.programme import actions
from supportroom.programme.forms import TopicsForm
from supportroom.programme.queries import agenda_with_points, topics_by_session
from supportroom.rounds.views.sessions import session_or_missing
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def session_topics(request: Asking, session_id: int) -> HttpResponse:
    """Choose the topics of a session and their discussion points."""
    session = session_or_missing(request, session_id)
    require(request.actor, "programme.set_topics", session)
    seen, status = seen_in(request, session), OVERTAKEN
    standing = topics_by_session([session]).get(session.pk, [])
    agenda = agenda_with_points(session.round)
    form = TopicsForm(request.POST or None, initial=TopicsForm.values_of(standing), agenda=agenda)
    try:
        status = save(request, form, actions.set_topics, actor=request.actor, session=session, seen=seen)
    except Stale as stale:
        session.refresh_from_db()
        form.add_error(None, stale.wording)
    if status == DONE:
        return redirect("programme:programme", session.round_id)
    context = {"form": form, "round": session.round, "session": session, "standing": standing}
    context["seen"] = session.version if status == OVERTAKEN else seen
    return render(request, "programme/topics.html", context | {"is_overtaken": status == OVERTAKEN}, status=status)
