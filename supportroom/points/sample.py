"""Samples of a file with points, in the reader's language: read as they are, nothing needs to be corrected."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Final

from django.utils.translation import gettext as _


def _outline() -> list[tuple[str, list[str]]]:
    return [
        (_("Health"), [_("Keep the clinic in the camp open all year."), _("Pay nurses on time.")]),
        (_("Schools"), [_("Recognise certificates across the lines."), _("Heat classrooms in winter.")]),
    ]


def sample_text() -> tuple[bytes, str]:
    """Give the sample as Markdown."""
    parts = [
        f"# {pillar}\n\n" + "".join(f"{number}. {point}\n" for number, point in enumerate(points, start=1))
        for pillar, points in _outline()
    ]
    return "\n".join(parts).encode(), "text/markdown; charset=utf-8"


def sample_csv() -> tuple[bytes, str]:
    """Give the sample as a table that Excel opens rightly."""
    text = io.StringIO()
    rows = [(pillar, point) for pillar, points in _outline() for point in points]
    csv.writer(text).writerows([(_("Pillar"), _("Point")), *rows])
    return text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8"


SAMPLES: Final[Mapping[str, Callable[[], tuple[bytes, str]]]] = {"md": sample_text, "csv": sample_csv}
