"""The app's entry in Django's registry."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Working groups."""

    name = "supportroom.groups"
    label = "groups"

    def ready(self) -> None:
        """Load what registers itself."""
        from supportroom.checks.counting import at_count, at_withdrawal, leads_to  # noqa: PLC0415
        from supportroom.checks.vocabulary import OPEN_GROUP  # noqa: PLC0415
        from supportroom.groups import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.groups.actions.asking import do_what_members_said  # noqa: PLC0415
        from supportroom.groups.leaving import leave_groups  # noqa: PLC0415
        from supportroom.groups.models import WorkingGroup  # noqa: PLC0415
        from supportroom.groups.queries import page_of_check  # noqa: PLC0415
        from supportroom.people.leaving import at_role_taken  # noqa: PLC0415
        from supportroom.rounds.deadlines import ends_by  # noqa: PLC0415

        at_count(OPEN_GROUP, do_what_members_said)
        at_withdrawal(OPEN_GROUP, lambda _check: None)  # the group stays called for; the team decides
        leads_to(OPEN_GROUP, page_of_check)
        at_role_taken(leave_groups)
        ends_by(WorkingGroup, "candidates_until")
