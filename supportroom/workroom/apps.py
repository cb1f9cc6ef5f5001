"""The app's entry in Django's registry."""

from django.apps import AppConfig


class WorkroomConfig(AppConfig):
    """Where a working group works together."""

    name = "supportroom.workroom"
    label = "workroom"

    def ready(self) -> None:
        """Load what registers itself; put meetings into the calendars of those who hold a seat."""
        from supportroom.programme.diary import also_in_calendars  # noqa: PLC0415
        from supportroom.protection.retention import at_forgetting  # noqa: PLC0415
        from supportroom.workroom import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.workroom.actions.forgetting import forget_person  # noqa: PLC0415
        from supportroom.workroom.diary import meetings_after  # noqa: PLC0415

        also_in_calendars(meetings_after)
        at_forgetting(forget_person)
