"""Every address of the product. Pages stand under a language; what has no language (files, frames) stands outside."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.utils.translation import get_language

from supportroom.kernel.ids import IdConverter
from supportroom.people.views import entering, passkeys
from supportroom.web import styleguide

register_converter(IdConverter, "id")

handler400 = "supportroom.web.middleware.not_read"
handler403 = "supportroom.web.middleware.csrf_failed"
handler404 = "supportroom.web.middleware.not_found"
handler500 = "supportroom.web.middleware.broken"


def front_door(request: HttpRequest) -> HttpResponse:
    """Lead from the bare address to the front page in the language that the browser asks for."""
    return redirect(f"/{get_language()}/")


accounts: list[URLPattern | URLResolver] = [
    path("sign-in/", entering.sign_in, name="account_login"),
    path("sign-in/code/", entering.code, name="account_code"),
    path("sign-in/passkey/", passkeys.enter_by_passkey, name="account_passkey"),
    path("sign-out/", entering.sign_out, name="account_logout"),
    path("password/", entering.password_change, name="account_change_password"),
]
ours: list[URLPattern | URLResolver] = [
    path("", include(f"supportroom.{app}.urls"))
    for app in (
        "site",
        "desk",
        "people",
        "protection",
        "room",
        "safety",
        "rounds",
        "topics",
        "programme",
        "selection",
        "invitations",
        "points",
        "checks",
        "groups",
        "library",
        "workroom",
        "statements",
        "papers",
        "comments",
        "adoption",
        "press",
        "register",
        "answers",
        "intake",
        "briefings",
        "followup",
        "pages",
        "events",
        "glossary",
        "notices",
        "questions",
        "newsletter",
        "search",
        "outlets",
    )
]
outside: list[URLPattern | URLResolver] = [
    path("", login_not_required(front_door), name="front_door"),
    path("", include("supportroom.outlets.plain_urls")),
]
if settings.STYLE_GUIDE:
    outside.append(path("styleguide/", login_not_required(styleguide.show), name="styleguide"))
if settings.ONE_CLICK_SIGN_IN:
    ours.append(path("", include("supportroom.demo.urls")))

urlpatterns = [*outside, *i18n_patterns(*accounts, *ours, prefix_default_language=True)]
