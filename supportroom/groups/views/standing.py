"""Standing for a group, and taking it back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.groups import actions
from supportroom.groups.forms import StandForm
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.groups.queries import candidacy_of, group_of
from supportroom.groups.views.showing import show_group
from supportroom.groups.vocabulary import WITHDRAWN
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.people.queries import competences, profile_of
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, save
from supportroom.web.posting import attempt


def group_stand(request: Asking, working_group_id: int) -> HttpResponse:
    """Stand for a group, or change what one said; it begins with what one's profile says."""
    group = group_of(request.actor, working_group_id)
    require(request.actor, "groups.stand", group)
    own = candidacy_of(request.actor, group)
    own = None if own is None or own.state == WITHDRAWN else own
    form = StandForm(
        request.POST or None,
        initial=_begun(request, own),
        competences=list(competences()),
        wanted=list(group.fields.values_list("pk", flat=True)),
        languages=languages_spoken(),
    )
    status = save(request, form, actions.stand, actor=request.actor, group=group)
    if status == DONE:
        return redirect("groups:group_detail", group.pk)
    context = {"group": group, "form": form, "own": own, "is_open": group.takes_candidates(now())}
    return render(request, "groups/stand.html", context, status=status)


def _begun(request: Asking, own: Candidate | None) -> dict[str, Any]:
    if own is not None:
        return StandForm.values_of(own)
    profile = profile_of(request.actor.person_id or 0)
    chosen = [str(each.pk) for each in profile.competences.all()] if profile.pk else []
    return {"lives_in": profile.region, "works_in": profile.region, "fields_known": chosen}


@require_POST
def candidacy_withdraw(request: Asking, working_group_id: int) -> HttpResponse:
    """Take one's candidacy back."""
    group = group_of(request.actor, working_group_id)
    own = _own(request, group)
    if errors := attempt(actions.withdraw_candidacy, actor=request.actor, candidate=own):
        return show_group(request, group, errors=errors)
    return redirect("groups:group_detail", group.pk)


def _own(request: Asking, group: WorkingGroup) -> Candidate:
    own = candidacy_of(request.actor, group)
    if own is None:
        raise Missing("kernel.missing")
    return own
