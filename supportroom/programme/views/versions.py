"""The versions of a programme that were published, and what changed from one to the next."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.kernel.errors import Missing
from supportroom.people.middleware import Asking
from supportroom.programme.changes import compare
from supportroom.programme.frozen import Meeting
from supportroom.programme.models import ProgrammeVersion
from supportroom.programme.queries import is_within, published_state, reading_of, versions_of
from supportroom.programme.sheet import days_of
from supportroom.programme.views.programme import words_for
from supportroom.rounds.models import Round
from supportroom.rounds.views.rounds import round_or_missing


def version_list(request: Asking, round_id: int) -> HttpResponse:
    """Show every version, newest first, with what it changed."""
    round = round_or_missing(request, round_id)
    versions = list(versions_of(round))
    earlier: list[ProgrammeVersion | None] = [*versions[1:], None]
    told = _told(request, round, versions)
    changed = [
        (version, compare(told[before.pk], told[version.pk]) if before else ())
        for version, before in zip(versions, earlier, strict=False)
    ]
    return render(
        request, "programme/versions.html", words_for(round) | {"versions": changed} | _within(request, round)
    )


def version_detail(request: Asking, round_id: int, number: int) -> HttpResponse:
    """Show the programme as one version had it."""
    round = round_or_missing(request, round_id)
    version = versions_of(round).filter(number=number).first()
    if version is None:
        raise Missing("kernel.missing")
    context = {
        "version": version,
        "days": days_of(round, _told(request, round, [version])[version.pk]),
        **_within(request, round),
    }
    return render(request, "programme/version.html", words_for(round) | context)


def _told(request: Asking, round: Round, versions: Sequence[ProgrammeVersion]) -> dict[int, tuple[Meeting, ...]]:
    """Give the meetings of versions (by id) as far as the reader may know of them."""
    knows = reading_of(request.actor, round)
    return {version.pk: knows(published_state(version)) for version in versions}


def _within(request: Asking, round: Round) -> dict[str, bool]:
    return {"is_within": is_within(request.actor, round)}
