"""What takes two of the team, who asks one to be their buddy, and what was reported to the focal point."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.safety.approving import act_called
from supportroom.safety.queries import asks_me, lacks_focal_point, waiting_incidents, waiting_requests

NOTHING: MultilingualText = multilingual("ar", ar="")


def safety_of(actor: Actor) -> Iterator[Waiting]:
    """All that waits for somebody because another is in danger, or acts with them. No name stands on the desk."""
    if actor.person_id is None:
        return
    for request in waiting_requests(actor):
        words = _("Another of the team asks: %(act)s") % {"act": act_called(request.kind).words}
        yield Waiting(words, NOTHING, reverse("safety:request_list"), request.until, is_deadline=True)
    if asks_me(actor).exists():
        yield Waiting(_("Somebody trusts you and asks something of you"), NOTHING, reverse("safety:hub"))
    count = waiting_incidents(actor)
    if count:
        words = ngettext("%(count)s report waits for you", "%(count)s reports wait for you", count) % {"count": count}
        yield Waiting(words, NOTHING, reverse("safety:incident_list"), comes_first=True)
    if lacks_focal_point(actor):
        words = _("Nobody can read reports of incidents: two of the team name somebody")
        yield Waiting(words, NOTHING, reverse("safety:request_list"))
