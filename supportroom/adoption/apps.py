"""The app's entry in Django's registry."""

from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    """Adoption, dissent, review, release."""

    name = "supportroom.adoption"
    label = "adoption"

    def ready(self) -> None:
        """Load what registers itself; ask the members' checks for their outcome, and consent to mind what is out."""
        from supportroom.adoption import hearing, rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.adoption.models import Adoption, Review  # noqa: PLC0415
        from supportroom.adoption.what_is_kept import declare  # noqa: PLC0415
        from supportroom.checks.hearing import at_count, leads_to  # noqa: PLC0415
        from supportroom.checks.vocabulary import ADOPT_PAPER, RELEASE_PAPER  # noqa: PLC0415
        from supportroom.protection.actions import watch_release  # noqa: PLC0415
        from supportroom.rounds.deadlines import ends_by  # noqa: PLC0415

        at_count(ADOPT_PAPER, hearing.adoption_counted)
        at_count(RELEASE_PAPER, hearing.release_counted)
        leads_to(ADOPT_PAPER, hearing.adoption_page)
        leads_to(RELEASE_PAPER, hearing.release_page)
        watch_release(hearing.is_out)
        ends_by(Adoption, "opinions_until")
        ends_by(Review, "due_at")
        declare()
