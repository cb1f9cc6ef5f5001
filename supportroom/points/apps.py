"""The app's entry in Django's registry."""

from django.apps import AppConfig


class PointsConfig(AppConfig):
    """Points, checks, consensus."""

    name = "supportroom.points"
    label = "points"

    def ready(self) -> None:
        """Load what registers itself; hand `rounds` what the close of a session erases here, `topics` what stayed
        open.
        """
        from supportroom.journal.models import Receipt  # noqa: PLC0415
        from supportroom.points import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.points.actions.erasure import erase_session  # noqa: PLC0415
        from supportroom.points.models import Point, Position  # noqa: PLC0415
        from supportroom.points.offering import points_left_open  # noqa: PLC0415
        from supportroom.points.what_is_kept import declare  # noqa: PLC0415
        from supportroom.rounds.closing import at_close  # noqa: PLC0415
        from supportroom.topics.sources import offer  # noqa: PLC0415

        at_close(erase_session, Point, Position, Receipt)
        offer(points_left_open)
        declare()
