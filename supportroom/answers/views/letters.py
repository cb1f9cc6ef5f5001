"""Letters: written, looked at in every language, sent, withdrawn; printed for who has no mail."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from supportroom.answers import actions
from supportroom.answers.composing import DOCUMENTS, letter_file
from supportroom.answers.due import days_overdue, today
from supportroom.answers.forms import ArrivedForm, LetterForm, WithdrawForm, begun
from supportroom.answers.lifecycle import LETTER
from supportroom.answers.models import Letter
from supportroom.answers.posting import address_of, mail_shown
from supportroom.answers.queries import contents_of, letter_of, to_be_sent
from supportroom.answers.sentences import letter_begun
from supportroom.answers.views.desk import addressee_or_missing
from supportroom.answers.vocabulary import DRAFTED, LETTER_TONES
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import direction_of
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.people.tokens import new_token
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, SHOWN, save, seen_in
from supportroom.web.limits import limited
from supportroom.web.posting import attempt, submit


def letter_write(request: Asking, addressee_id: int) -> HttpResponse:
    """Write a letter to an addressee: choose what is put to it, and word it."""
    require(request.actor, "answers.write_letter")
    addressee = addressee_or_missing(addressee_id)
    offered = list(to_be_sent(addressee))
    initial = begun(letter_begun(addressee)) | {"language": addressee.language}
    form = LetterForm(request.POST or None, offered=offered, languages=languages_spoken(), initial=initial)
    status = save(request, form, actions.write_letter, actor=request.actor, addressee=addressee)
    if status == DONE:
        return redirect("answers:letter_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"addressee": addressee, "form": form, "letter": None, "seen": None}
    return render(request, "answers/letter_edit.html", context, status=status)


def letter_edit(request: Asking, letter_id: int) -> HttpResponse:
    """Change a letter that was not sent yet."""
    letter = letter_of(request.actor, letter_id)
    require(request.actor, "answers.amend_letter", letter)
    seen, chosen = seen_in(request, letter), set(contents_of(letter))
    offered = list(to_be_sent(letter.addressee))
    offered += [each for each in chosen if each not in offered]
    form = LetterForm(
        request.POST or None, offered=offered, languages=languages_spoken(), initial=LetterForm.values_of(letter)
    )
    given = {"actor": request.actor, "letter": letter, "seen": seen}
    status = save(request, form, actions.amend_letter, edits=letter, now=LetterForm.values_of, **given)
    if status == DONE:
        return redirect("answers:letter_detail", letter.pk)
    now_seen = letter.version if status == OVERTAKEN else seen
    context = {"addressee": letter.addressee, "form": form, "letter": letter, "seen": now_seen}
    return render(request, "answers/letter_edit.html", context, status=status)


def letter_detail(request: Asking, letter_id: int) -> HttpResponse:
    """Show a letter: to the team in every language with what can be done; to its addressee with what waits."""
    return _show(request, letter_of(request.actor, letter_id))


def _show(request: Asking, letter: Letter, **further: Any) -> HttpResponse:
    context = {"link": "", "errors": [], "withdrawing": None, "arrived": None, **_of_team(request, letter), **further}
    day = today()
    context |= {
        "letter": letter,
        "tone": LETTER_TONES[letter.state],
        "files": [
            (kind.upper(), reverse("answers:letter_taken", args=[letter.pk, get_language(), kind]))
            for kind in DOCUMENTS
        ],
        "rows": [(each, days_overdue(each, day)) for each in contents_of(letter)],
        "can_acknowledge": LETTER.allows(letter.state, "acknowledge")
        and may(request.actor, "answers.acknowledge", letter),
    }
    is_wrong = context["errors"] or any(form.is_bound for form in (context["withdrawing"], context["arrived"]) if form)
    return render(request, "answers/letter.html", context, status=REFUSED if is_wrong else SHOWN)


def _of_team(request: Asking, letter: Letter) -> dict[str, Any]:
    if not may(request.actor, "answers.read_letters"):
        return {"is_team": False}
    return {
        "is_team": True,
        "languages": [(code, name, direction_of(code)) for code, name in languages_spoken().items()],
        "kinds": list(DOCUMENTS),
        "mail": mail_shown(letter) if letter.state == DRAFTED and letter.addressee.address else None,
        "can_withdraw": LETTER.allows(letter.state, "withdraw"),
        "withdrawing": WithdrawForm(languages=languages_spoken()),
        "arrived": ArrivedForm(initial={"on": today()}),
    }


@require_POST
def letter_send(request: Asking, letter_id: int) -> HttpResponse:
    """Send a letter."""
    letter = letter_of(request.actor, letter_id)
    if errors := attempt(actions.send_letter, actor=request.actor, letter=letter):
        return _show(request, letter_of(request.actor, letter_id), errors=errors)
    return redirect("answers:letter_detail", letter.pk)


@require_POST
def letter_withdraw(request: Asking, letter_id: int) -> HttpResponse:
    """Withdraw a letter."""
    letter = letter_of(request.actor, letter_id)
    form = WithdrawForm(request.POST, languages=languages_spoken())
    if not submit(form, actions.withdraw_letter, actor=request.actor, letter=letter):
        return _show(request, letter_of(request.actor, letter_id), withdrawing=form)
    return redirect("answers:letter_detail", letter.pk)


@require_POST
def letter_acknowledge(request: Asking, letter_id: int) -> HttpResponse:
    """Say that a letter arrived: the team with day and source, its addressee by one press."""
    letter = letter_of(request.actor, letter_id)
    if not may(request.actor, "answers.read_letters"):
        errors = attempt(actions.acknowledge, actor=request.actor, letter=letter)
        return _show(request, letter, errors=errors) if errors else redirect("answers:letter_detail", letter.pk)
    form = ArrivedForm(request.POST)
    if not submit(form, actions.acknowledge, actor=request.actor, letter=letter):
        return _show(request, letter_of(request.actor, letter_id), arrived=form)
    return redirect("answers:letter_detail", letter.pk)


@require_POST
@sensitive_variables()
def link_renew(request: Asking, letter_id: int) -> HttpResponse:
    """Make a new link, which kills those before it: by mail, or shown this once to be handed over."""
    letter = letter_of(request.actor, letter_id)
    token = "" if "mail" in request.POST else new_token()
    if errors := attempt(actions.renew_link, actor=request.actor, letter=letter, token=token):
        return _show(request, letter, errors=errors)
    return _show(request, letter, link=address_of(token) if token else "", is_renewed=True)


@limited("exports")
def letter_taken(request: Asking, letter_id: int, language: str, kind: str) -> HttpResponse:
    """Give a letter as a file to print, in one of the room's languages."""
    letter = letter_of(request.actor, letter_id)
    if kind not in DOCUMENTS or language not in languages_spoken():
        raise Missing("kernel.missing")
    answer = HttpResponse(letter_file(letter, language, kind), content_type=DOCUMENTS[kind])
    answer["Content-Disposition"] = f'attachment; filename="letter-{language}.{kind}"'
    return answer
