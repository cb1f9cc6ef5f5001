"""The sample of a list of participants: columns in the reader's language, two invented rows, the round's groups."""

import csv
import io
from collections.abc import Sequence

from django.utils.translation import gettext as _

from supportroom.people.vocabulary import GENDERS, MAN, WOMAN
from supportroom.rounds.vocabulary import COLUMN_NAMES


def sample_rows(groups: Sequence[str]) -> list[list[str]]:
    """Give the header and two invented people, placed in the round's first groups."""
    first, last = (groups[0], groups[-1]) if groups else ("", "")
    return [
        [str(name) for name in COLUMN_NAMES.values()],
        [_("Warda Example"), _("Example Association"), first, str(GENDERS[WOMAN]), _("Northern Syria"), "ar"],
        [_("Nadim Example"), "", last, str(GENDERS[MAN]), _("Türkiye"), "en"],
    ]


def sample_csv(groups: Sequence[str]) -> bytes:
    """Give the sample as CSV in UTF-8 that Excel opens rightly."""
    text = io.StringIO()
    csv.writer(text).writerows(sample_rows(groups))
    return text.getvalue().encode("utf-8-sig")


def sample_xlsx(groups: Sequence[str], *, right_to_left: bool) -> bytes:
    """Give the sample as an Excel sheet in the reader's direction."""
    import openpyxl  # noqa: PLC0415 - megabytes that a room at rest does without

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.sheet_view.rightToLeft = right_to_left
    for row in sample_rows(groups):
        sheet.append(row)
    for column in "ABCDEF":
        sheet.column_dimensions[column].width = 24
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
