"""The report of a round with 3,000 points as PDF, DOCX and HTML: seconds and peak memory, each in a process of its own.

python -m benchmarks.reports FORM REPORT_ID     prints JSON: reading, composing and rendering, as publishing does it
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.place import Place
from benchmarks.table import Figure

PARAGRAPHS = 310  # of benchmarks.rendering: they fill twenty pages
COLD = 0.3
FORMS = ("pdf", "docx", "html")


def measure_reports(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Tell how long each form takes, and how much memory its process had at most."""
    for form in FORMS:
        told = json.loads(place.run("-m", "benchmarks.reports", form, str(seeded["big_report"])))
        name = f"report of 3,000 points as {form.upper()}"
        yield Figure(f"{name}: read and composed", told["composed"], "s")
        yield Figure(f"{name}: rendered", told["rendered"], "s")
        yield Figure(f"{name}: peak memory of its process", told["megabytes"], "MB")
        yield Figure(f"{name}: size", told["kilobytes"], "KB")


def measure_cold_pdf(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Tell how long twenty pages take as PDF, from the start of Python to the last byte; the best of five.

    The processor's share is told beside it: it is what the clock would show on a machine that does nothing else.
    """
    for language in ("ar", "en"):
        times, worked, pages = [], [], 0
        for _time in range(5):
            began, used = time.perf_counter(), _processor_time()
            told = json.loads(place.run("-m", "benchmarks.rendering", "pdf", language, str(PARAGRAPHS)))
            times.append(time.perf_counter() - began)
            worked.append(_processor_time() - used)
            pages = told["pages"]
        name = f"PDF of {pages} pages from a cold process ({language})"
        yield Figure(name, min(times), "s", COLD)
        yield Figure(f"{name}: processor", min(worked), "s")


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(form: str, report_id: int) -> dict[str, float]:
    """Compose and render a report once."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from supportroom.statements.composing import report_document  # noqa: PLC0415
    from supportroom.statements.models import Report  # noqa: PLC0415

    render = renderer(form)
    began = time.perf_counter()
    document = report_document(Report.objects.select_related("round", "text").get(pk=report_id), "ar")
    composed = time.perf_counter()
    written = render(document)
    return {
        "composed": composed - began,
        "rendered": time.perf_counter() - composed,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "kilobytes": len(written) / 1024,
    }


def renderer(form: str) -> Any:
    """Give what writes a document in a form."""
    if form == "pdf":
        from supportroom.rendering.pdf import to_pdf  # noqa: PLC0415 - only what this form needs is loaded

        return to_pdf
    if form == "docx":
        from supportroom.rendering.docx import to_docx  # noqa: PLC0415

        return to_docx
    from supportroom.rendering.html import to_html  # noqa: PLC0415

    return lambda document: to_html(document).encode()


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
