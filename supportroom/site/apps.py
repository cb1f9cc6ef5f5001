"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public face."""

    name = "supportroom.site"
    label = "site"

    def ready(self) -> None:
        """Load what registers itself; tell the press pack where a paper is published."""
        from supportroom.press.social import ask_where  # noqa: PLC0415
        from supportroom.site import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.site.queries import published_at  # noqa: PLC0415

        ask_where(published_at)
