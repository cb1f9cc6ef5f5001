"""Django's way to a mail server, without telling it the name of this machine."""

import smtplib
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend


class QuietBackend(EmailBackend):
    """SMTP that greets with the domain mails come from: relays write the greeting into every mail (S40)."""

    @property
    def connection_class(self) -> Any:
        """Give what opens a connection."""
        kind = super().connection_class
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]

        def connect(host: str, port: int, **given: Any) -> smtplib.SMTP:
            return kind(host, port, **given | {"local_hostname": domain})

        return connect
