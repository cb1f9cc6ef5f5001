"""A page with a form, from request to answer: refused or overtaken, what was typed is still there.

A form that edits a thing carries the version it was made on in a hidden field `seen`. Where somebody else was faster,
the page comes again with status 409: what was typed stays in the boxes, what stands now is said at each field, and
sending it once more builds on the version that stands now.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from supportroom.kernel.errors import Stale
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualText
from supportroom.web.posting import submit

SHOWN, DONE, REFUSED, OVERTAKEN = 200, 302, 422, 409


def seen_in(request: HttpRequest, thing: Record) -> int:
    """Give the version that the form was made on; of a page just opened, the present one."""
    word = request.POST.get("seen", "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else thing.version


def save(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[..., Any],
    *,
    edits: Record | None = None,
    now: Callable[[Any], Mapping[str, Any]] | None = None,
    **fixed: Any,
) -> int:
    """Do the action when the form was sent; give the page's status: shown, done, refused or overtaken.

    `edits` is the thing that is changed and `now` gives its values as the form shows them; where somebody was faster,
    the thing is read anew and each field that differs says what stands now.
    """
    if request.method != "POST":
        return SHOWN
    try:
        return DONE if submit(form, act, **fixed) else REFUSED
    except Stale as stale:
        if edits is None or now is None:
            raise
        edits.refresh_from_db()
        form.add_error(None, stale.wording)
        _say_what_stands(form, now(edits))
        return OVERTAKEN


def _say_what_stands(form: forms.Form, standing: Mapping[str, Any]) -> None:
    for name, field in form.fields.items():
        bound = form[name]
        if name not in standing or bound.is_hidden:
            continue
        theirs = field.prepare_value(standing[name])
        mine = form.cleaned_data.get(name, bound.data)
        if str(mine) != str(standing[name]) and str(mine) != str(theirs):
            form.add_error(name, _("What stands now: %(words)s") % {"words": _shown(field, standing[name])})


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, MultilingualText):
        return " / ".join(words for words in value.texts.values() if words) or "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date | time):
        return value.isoformat()
    names = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    chosen: Iterable[Any] = value if isinstance(value, list | tuple) else [value]
    return _(", ").join(names.get(str(each), str(each)) for each in chosen) or "–"
