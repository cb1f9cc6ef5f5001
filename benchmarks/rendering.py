"""How long the three renderers take, and how much memory: one row a figure, each from a process of its own.

Run it: python -m benchmarks.rendering. Seconds: `render` in a process that has loaded the renderer, `cold` from the
start of Python to the last byte, `CPU` the processor's share of `cold` (all cores together; the figure to compare when
other work runs on the machine).
"""

from __future__ import annotations

import itertools
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_BUDGET_COLD_PDF = 0.3
_PARAGRAPHS_OF_TWENTY_PAGES = 310
_RUNS = (
    ("20 pages, cold", "pdf", _PARAGRAPHS_OF_TWENTY_PAGES, _BUDGET_COLD_PDF),
    ("3,000 points", "pdf", 3_000, None),
    ("3,000 points", "docx", 3_000, None),
    ("3,000 points", "html", 3_000, None),
)
_SAYINGS = {
    "en": (
        "The room publishes what came of each round in both languages within thirty days of its close.",
        "Accounts of what was spent are laid open every three months, in a form that the people concerned can read.",
        "Families of the missing are told what is known, in line with S/RES/2254 (2015), and by a person they trust.",
        "Of 33 points raised, 25 were agreed at once; the others go to the next session with the reasons given.",
    ),
    "ar": (
        "تنشر الغرفة نتائج كل جولة باللغتين خلال ثلاثين يوماً من ختامها.",
        "تُعلَن حسابات الإنفاق كل ثلاثة أشهر بصيغة يستطيع أصحاب الشأن قراءتها ومساءلة الجهات المانحة عنها.",
        "تُبلَّغ عائلات المفقودين بما هو معلوم وفق القرار S/RES/2254 (2015) وعلى لسان شخص تثق به.",
        "من أصل 33 نقطة اتُّفق على 25 في الاجتماع الأول، وتُحال البقية إلى الجلسة التالية مع أسبابها.",
    ),
}


def main() -> None:
    """Print each figure in both languages, with its budget and the share of it that was used."""
    print(
        f"{'document':<18}{'form':<6}{'lang':<6}{'render':>7}{'cold':>7}{'CPU':>7}{'MB':>6}{'KB':>6}{'pages':>7} budget"
    )
    for name, form, paragraphs, budget in _RUNS:
        for language in _SAYINGS:
            began, used_before = time.perf_counter(), _processor_time_of_children()
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.rendering", form, language, str(paragraphs)],
                cwd=_ROOT,
                check=True,
                capture_output=True,
                text=True,
            )
            cold = time.perf_counter() - began
            figures = json.loads(done.stdout)
            processor = _processor_time_of_children() - used_before
            used = f"{budget} s cold, {cold / budget:.0%} used" if budget else ""
            print(
                f"{name:<18}{form:<6}{language:<6}{figures['seconds']:>7.2f}{cold:>7.2f}{processor:>7.2f}"
                f"{figures['megabytes']:>6.0f}{figures['kilobytes']:>6.0f}{figures['pages'] or '':>7} {used}"
            )


def _processor_time_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measure(form: str, language: str, paragraphs: int) -> None:
    """Render once in this process and print what it took as JSON."""
    from supportroom.rendering.tree import Document, Heading, Item, Items, Paragraph  # noqa: PLC0415 - counted as cold

    def blocks() -> Iterator[Heading | Paragraph | Items]:
        sayings = itertools.cycle(_SAYINGS[language])
        for number in range(1, paragraphs + 1):
            if number % 25 == 1:
                yield Heading(text=f"{number // 25 + 1}")
            yield Paragraph(number=str(number), text=f"{next(sayings)} ({number})")
            if number % 20 == 0:
                yield Items(ordered=True, entries=tuple(Item(text=next(sayings)) for _ in range(3)))

    document = Document(
        title=_SAYINGS[language][0],
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        contents=True,
        blocks=tuple(blocks()),
    )
    began = time.perf_counter()
    written = _render(form, document)
    seconds = time.perf_counter() - began
    print(
        json.dumps(
            {
                "seconds": seconds,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "kilobytes": len(written) / 1024,
                "pages": written.count(b"/Type/Page/") if form == "pdf" else 0,
            }
        )
    )


def _render(form: str, document: object) -> bytes:
    from supportroom.rendering.tree import Document  # noqa: PLC0415

    assert isinstance(document, Document)
    if form == "pdf":
        from supportroom.rendering.pdf import to_pdf  # noqa: PLC0415 - only what this form needs is loaded

        return to_pdf(document)
    if form == "docx":
        from supportroom.rendering.docx import to_docx  # noqa: PLC0415

        return to_docx(document)
    from supportroom.rendering.html import to_html  # noqa: PLC0415

    return to_html(document).encode()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
