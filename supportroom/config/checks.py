"""Checks that refuse an unsafe set-up: every command, and so every start, runs them."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from supportroom.config.doctor.choices import has_a_long_secret_key, has_keys_of_fields, is_not_under_inspection
from supportroom.config.doctor.databases import keeps_what_it_acknowledged

LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "testserver"}


@register()
def one_click_sign_in_only_in_demo(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """Signing in by one click must not exist outside the demo, nor the demo outside this machine."""
    demo = settings.ONE_CLICK_SIGN_IN or "supportroom.demo" in settings.INSTALLED_APPS
    if settings.MODE == "production" and demo:
        return [Error("One-click sign-in is switched on in production.", id="supportroom.E001")]
    if demo and not set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        return [Error("The demo answers on this machine alone: unset SUPPORTROOM_HOSTS.", id="supportroom.E002")]
    return []


@register()
def nothing_acknowledged_is_lost(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """SQLite must sync fully and let writers queue (R02)."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return []
    options = database.get("OPTIONS", {})
    start = options.get("init_command", "").replace(" ", "").lower()
    wanted = ("journal_mode=wal", "synchronous=full", "foreign_keys=on", "secure_delete=on")
    if all(word in start for word in wanted) and options.get("transaction_mode") == "IMMEDIATE":
        return []
    return [Error("SQLite would not keep every acknowledged write: restore the OPTIONS.", id="supportroom.E003")]


@register(Tags.database)
def the_database_does_as_it_was_told(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> Sequence[CheckMessage]:
    """A power cut may take nothing that was acknowledged (R02): asked of the database itself, at each start."""
    if settings.MODE == "test" or not databases:
        return []
    found = keeps_what_it_acknowledged()
    return [Error(each.what, hint=each.mend, id="supportroom.E008") for each in found if each.is_unsafe]


@register()
def the_secret_key_is_long(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """What signs sessions and tickets cannot be guessed."""
    found = has_a_long_secret_key() if settings.MODE == "production" else ()
    return [Error(each.what, hint=each.mend, id="supportroom.E009") for each in found]


@register()
def nothing_shows_the_inside(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """DEBUG, Django's admin site and inspection tools are off, whatever was changed in the settings (S50)."""
    return [Error(each.what, hint=each.mend, id="supportroom.E010") for each in is_not_under_inspection()]


@register(deploy=True)
def only_a_named_proxy_is_believed(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """Forwarding headers are read from a proxy of ours alone (S37)."""
    trusted = {word.strip() for word in settings.TRUSTED_PROXY.split(",")}
    if settings.SECURE_PROXY_SSL_HEADER is None or not trusted & {"*", "", "0.0.0.0/0", "::/0"}:
        return []
    return [Error("SUPPORTROOM_PROXY must name your proxy's own addresses.", id="supportroom.E011")]


@register(deploy=True)
def production_is_named(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """A room in production knows the host names it answers to."""
    hosts = set(settings.ALLOWED_HOSTS)
    if settings.MODE == "production" and (hosts <= LOOPBACK or hosts & {"*", "."}):
        return [Error("Set SUPPORTROOM_HOSTS to the names that this room answers to.", id="supportroom.E004")]
    return []


@register(deploy=True)
def mails_know_whence_and_whereto(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """A room that sends mails has a sender, and an address over TLS that they lead to."""
    if settings.MODE != "production" or not settings.MAIL_IS_ON:
        return []
    found: list[CheckMessage] = []
    if not settings.DEFAULT_FROM_EMAIL:
        found.append(Error("Set SUPPORTROOM_MAIL_FROM to the address that mails come from.", id="supportroom.E005"))
    if not settings.ROOM_ADDRESS.startswith("https://"):
        found.append(Error("Set SUPPORTROOM_ADDRESS to the room's own https:// address.", id="supportroom.E006"))
    is_open = not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL) and settings.EMAIL_HOST not in LOOPBACK
    if is_open:
        found.append(Error("Mail would travel unencrypted: use smtps:// or add ?tls=yes.", id="supportroom.E007"))
    return found


@register()
def field_keys_are_there(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:
    """A room in production has the keys of its encrypted fields, and nobody else on the machine reads them (S44)."""
    found = has_keys_of_fields() if settings.MODE == "production" else ()
    return [Error(each.what, hint=each.mend, id="supportroom.E013") for each in found]
