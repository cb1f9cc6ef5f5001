"""Rounds, papers and statements as the public finds them."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from supportroom.kernel.errors import Missing
from supportroom.room.queries import hub_name
from supportroom.site.places import PAPERS, REPORTS
from supportroom.site.queries import edition_at, published
from supportroom.site.rounds import (
    MOST_SHOWN,
    annexed,
    annexed_to_newest,
    figures_told,
    meetings_told,
    recommendations_of,
)
from supportroom.statements.vocabulary import GENDER_WORDS

A_PAGE = 30


@login_not_required
@require_safe
def round_list_public(request: HttpRequest) -> HttpResponse:
    """List the rounds whose report is published."""
    found = Paginator(published(_here(), REPORTS), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/rounds.html", {"found": found, "languages": dict(settings.LANGUAGES)})


@login_not_required
@require_safe
def round_show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published round: its programme, participants in figures, report, statements, and what it asked for."""
    edition = edition_at(REPORTS, slug)
    report = edition.publication.report
    if report is None:
        raise Missing("kernel.missing")
    asked = recommendations_of(report.round)
    figures = figures_told(report.round)
    context = {
        "round": report.round,
        "hub": hub_name(report.round.hub),
        "edition": edition,
        "files": _files(edition.files["digests"], slug, edition.number),
        "languages": dict(settings.LANGUAGES),
        "meetings": meetings_told(report.round),
        "figures": figures,
        "genders": [(GENDER_WORDS[cell], count) for cell, count in figures.gender.shown.items()],
        "statements": annexed([edition], _here()),
        "asked": asked[:MOST_SHOWN],
        "has_more": len(asked) > MOST_SHOWN,
    }
    return render(request, "site/round.html", context)


def _files(codes: dict[str, dict[str, str]], slug: str, number: int) -> list[tuple[str, str]]:
    return [(code, REPORTS.address(code, slug, number)) for code in codes]


@login_not_required
@require_safe
def paper_list_public(request: HttpRequest) -> HttpResponse:
    """List the joint papers that are published."""
    found = Paginator(published(_here(), PAPERS), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/papers.html", {"found": found, "languages": dict(settings.LANGUAGES)})


@login_not_required
@require_safe
def statement_list_public(request: HttpRequest) -> HttpResponse:
    """List the statements that are annexed to published reports."""
    found = Paginator(annexed_to_newest(_here()), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/statements.html", {"found": found})


def _here() -> str:
    return get_language() or "en"
