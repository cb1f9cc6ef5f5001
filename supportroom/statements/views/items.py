"""What stands in a statement: picked from the agreed points, worded, put in order, taken out, brought back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.statements import actions
from supportroom.statements.forms import AroundForm, PickForm, SourcesForm
from supportroom.statements.models import Statement
from supportroom.statements.queries import languages_of, pick_list, statement_of
from supportroom.statements.views.answering import attempt, edit_wording, framed, paragraph_of, posted
from supportroom.statements.vocabulary import DRAFTING
from supportroom.texts.queries import steps_of
from supportroom.texts.writing import DOWN, UP
from supportroom.web.editing import DONE, save


def _writable(request: Asking, statement_id: int) -> Statement:
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.add_items", statement)
    return statement


def item_pick(request: Asking, statement_id: int) -> HttpResponse:
    """Choose agreed points, by pillar, and make items out of them."""
    statement = _writable(request, statement_id)
    form = PickForm(posted(request), listed=pick_list(statement))
    status = save(request, form, actions.add_items, actor=request.actor, statement=statement)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement, "chosen": _chosen(request, [])}
    return render(request, "statements/pick.html", context, status=status)


def item_sources(request: Asking, statement_id: int, paragraph_id: int) -> HttpResponse:
    """Choose on which agreed points an item rests."""
    statement = _writable(request, statement_id)
    paragraph = paragraph_of(statement, paragraph_id)
    form = SourcesForm(posted(request), listed=pick_list(statement))
    status = save(request, form, actions.rest_item, actor=request.actor, statement=statement, paragraph=paragraph)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    own = [str(source.point_id) for source in paragraph.sources.all()]
    context = {**framed(request, statement), "form": form, "statement": statement, "paragraph": paragraph}
    return render(request, "statements/pick.html", {**context, "chosen": _chosen(request, own)}, status=status)


def _chosen(request: Asking, stored: list[str]) -> list[str]:
    return request.POST.getlist("points") if request.method == "POST" else stored


def words_add(request: Asking, statement_id: int) -> HttpResponse:
    """Add an opening, a heading or a close."""
    statement = _writable(request, statement_id)
    form = AroundForm(posted(request), languages=languages_of(statement.round))
    status = save(request, form, actions.add_words, actor=request.actor, statement=statement)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement}
    return render(request, "statements/words.html", context, status=status)


def item_edit(request: Asking, statement_id: int, paragraph_id: int) -> HttpResponse:
    """Word an item in its languages, side by side; of adopted words only the translations."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.reword_item", statement)
    paragraph = paragraph_of(statement, paragraph_id)
    original = paragraph.content.original
    is_open = statement.state == DRAFTING and may(request.actor, "statements.name_statement", statement)
    codes = [code for code in languages_of(statement.round) if is_open or code != original]
    back = reverse("statements:statement_detail", args=[statement_id])
    return edit_wording(request, statement, paragraph, act=actions.reword_item, open_languages=codes, back=back)


@require_POST
def item_move(request: Asking, statement_id: int, paragraph_id: int, way: str) -> HttpResponse:
    """Move a paragraph up or down."""
    statement = statement_of(request.actor, statement_id)
    if way not in (UP, DOWN):
        raise Missing("kernel.missing")
    paragraph = paragraph_of(statement, paragraph_id)
    attempt(request, actions.move_item, statement=statement, paragraph=paragraph, way=way)
    return _back_to(statement, paragraph_id)


@require_POST
def item_remove(request: Asking, statement_id: int, paragraph_id: int) -> HttpResponse:
    """Take a paragraph out."""
    statement = statement_of(request.actor, statement_id)
    attempt(request, actions.remove_item, statement=statement, paragraph=paragraph_of(statement, paragraph_id))
    return redirect("statements:statement_detail", statement_id)


@require_POST
def item_restore(request: Asking, statement_id: int, paragraph_id: int) -> HttpResponse:
    """Bring a removed paragraph back."""
    statement = statement_of(request.actor, statement_id)
    attempt(request, actions.restore_item, statement=statement, paragraph=paragraph_of(statement, paragraph_id))
    return _back_to(statement, paragraph_id)


def _back_to(statement: Statement, paragraph_id: int) -> HttpResponse:
    answer = redirect("statements:statement_detail", statement.pk)
    answer["Location"] += f"#i{paragraph_id}"
    return answer


def item_history(request: Asking, statement_id: int, paragraph_id: int) -> HttpResponse:
    """Show every wording of a paragraph and what changed from one to the next."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.reword_item", statement)
    languages = languages_of(statement.round)
    steps = steps_of(paragraph_of(statement, paragraph_id), list(languages))
    context = {**framed(request, statement), "languages": languages, "steps": steps}
    context["back"] = reverse("statements:statement_detail", args=[statement_id])
    return render(request, "statements/history.html", context)
