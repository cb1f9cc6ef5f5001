"""The app's entry in Django's registry."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Programmes and calendars."""

    name = "supportroom.programme"
    label = "programme"

    def ready(self) -> None:
        """Load what registers itself; forget offers when a session closes, a calendar when its account is shut."""
        from supportroom.people.ending import at_account_shut  # noqa: PLC0415
        from supportroom.programme import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.programme.actions.calendars import end_calendar  # noqa: PLC0415
        from supportroom.programme.actions.offers import forget_all_offers, forget_offers  # noqa: PLC0415
        from supportroom.programme.models import FacilitationOffer  # noqa: PLC0415
        from supportroom.programme.what_is_kept import declare  # noqa: PLC0415
        from supportroom.rounds.closing import at_close  # noqa: PLC0415
        from supportroom.rounds.parting import at_publication  # noqa: PLC0415

        at_close(forget_offers, FacilitationOffer)
        at_publication(forget_all_offers)
        at_account_shut(end_calendar)
        declare()
