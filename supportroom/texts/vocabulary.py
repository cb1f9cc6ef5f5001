"""Kinds of paragraph, states of translation, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors
from supportroom.kernel.multilingual import CURRENT, DRAFT, MISSING, ORIGINAL, OUTDATED

HEADING, ITEM, PARAGRAPH = "heading", "item", "paragraph"
KINDS = {HEADING: _("Heading"), ITEM: _("Item"), PARAGRAPH: _("Paragraph")}
TRANSLATION_STATES = {
    ORIGINAL: _("original"),
    MISSING: _("not translated"),
    DRAFT: _("draft translation"),
    CURRENT: _("translated"),
    OUTDATED: _("out of date"),
}
TONES = {ORIGINAL: "quiet", MISSING: "waiting", DRAFT: "waiting", CURRENT: "settled", OUTDATED: "refused"}

ERRORS = declare_errors(
    {
        "texts.no_such_paragraph": _("This paragraph is no longer part of the text."),
        "texts.not_removed": _("This paragraph stands in the text already."),
        "texts.not_divided": _("Put an empty line where the paragraph should be divided."),
    }
)
