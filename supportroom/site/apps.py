"""The app's entry in Django's registry."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public face."""

    name = "supportroom.site"
    label = "site"

    def ready(self) -> None:
        """Load what registers itself; tell the press pack and the register where texts are published."""
        from supportroom.followup.sources import published_through  # noqa: PLC0415
        from supportroom.press.social import ask_where  # noqa: PLC0415
        from supportroom.site import rules, vocabulary  # noqa: F401, PLC0415
        from supportroom.site.queries import published_at  # noqa: PLC0415
        from supportroom.site.reading import read_at  # noqa: PLC0415

        ask_where(published_at)
        published_through(read_at)
