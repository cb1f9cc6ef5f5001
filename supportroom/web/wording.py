"""One text in all its languages, side by side: the form in which it is worded, and the page where two people met."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import DRAFT, LONGEST, OUTDATED, MultilingualText
from supportroom.kernel.once import fresh_key
from supportroom.web.language_fields import ProseField


class WordingForm(forms.Form):
    """A paragraph in all its languages, side by side; only those that may be changed have a box."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        content: MultilingualText,
        languages: Mapping[str, str],
        open_languages: Iterable[str],
        **kwargs: Any,
    ) -> None:
        """Take the text, its languages with their names, and those whose words may be changed."""
        super().__init__(*args, **kwargs)
        self.content, self.languages = content, languages
        self.codes = [code for code in languages if code in open_languages]
        for code in self.codes:
            is_original = code == content.original
            self.fields[f"text_{code}"] = ProseField(
                label=languages[code],
                max_length=LONGEST,
                required=is_original,
                initial=content.texts.get(code, ""),
                widget=forms.Textarea(attrs={"rows": 8}),
            )
            if not is_original:
                self._ask_about_state(code)

    def _ask_about_state(self, code: str) -> None:
        state = self.content.state(code)
        self.fields[f"draft_{code}"] = forms.BooleanField(
            label=_("This translation is a draft"), required=False, initial=state == DRAFT
        )
        if state == OUTDATED:
            self.fields[f"holds_{code}"] = forms.BooleanField(
                label=_("It still says what the original says"), required=False
            )

    def sides(self) -> list[dict[str, Any]]:
        """Give each language with its boxes, or with its words where they cannot be changed."""
        return [
            {
                "code": code,
                "name": name,
                "state": self.content.state(code),
                "words": self.content.said_in(code) if self.content.texts.get(code) else None,
                "text": self[f"text_{code}"] if code in self.codes else None,
                "ticks": [self[f"{tick}_{code}"] for tick in ("draft", "holds") if f"{tick}_{code}" in self.fields],
            }
            for code, name in self.languages.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Give what the actions take: wordings by language, which are drafts, which are confirmed."""
        typed = super().clean() or self.cleaned_data
        return {
            "seen": typed.get("seen"),
            "wordings": {code: typed.get(f"text_{code}", "") for code in self.codes},
            "drafts": [code for code in self.codes if typed.get(f"draft_{code}")],
            "confirmed": [code for code in self.codes if typed.get(f"holds_{code}")],
        }


def two_wordings(
    request: HttpRequest, stale: Stale, languages: Mapping[str, str], back: str, *, wording: str = ""
) -> HttpResponse:
    """Show both wordings of a text, language by language, with a form to put together what should stand (409).

    `stale.mine` are words by language, `stale.theirs` is a thing with `content` and `version`; `wording` says more of
    what happened meanwhile.
    """
    theirs: MultilingualText = stale.theirs.content
    fields = [
        {
            "name": f"text_{code}",
            "label": languages[code],
            "yours": words,
            "theirs": theirs.texts.get(code, ""),
            "language": code,
        }
        for code, words in stale.mine.items()
    ]
    ticked = {key: "on" for key in request.POST if key.startswith(("draft_", "holds_"))}
    context = {
        "fields": fields,
        "action": request.path,
        "cancel_url": back,
        "hidden": {**ticked, "seen": stale.theirs.version, "once": fresh_key()},
        "wording": wording,
    }
    return render(request, "web/conflict.html", context, status=409)
