"""Five editors on five paragraphs and two on the same one, for a while, each in a process of its own: lost words.

python -m benchmarks.writing_at_once PAPER_ID PARAGRAPH_PLACE EDITOR SECONDS     prints the words that were acknowledged

An editor reads the paragraph, adds a word of their own and saves it on the version that they read; where somebody was
faster they are shown both texts, as the page does, add their word to the other's text and save again.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.place import ROOT, Place
from benchmarks.table import Figure

SECONDS = 60
PLACES = (0, 1, 2, 3, 4, 4)  # which paragraph each editor works on: the last two are on the same


def measure_writing(place: Place, paper: dict[str, Any], seconds: float = SECONDS) -> Iterator[Figure]:
    """Let them write, then look for every word that was acknowledged."""
    command = [sys.executable, "-m", "benchmarks.writing_at_once", str(paper["long_id"])]
    environment = place.environment("test")
    writers = [
        subprocess.Popen(
            [*command, str(where), f"w{number}", str(seconds)],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
        )
        for number, where in enumerate(PLACES)
    ]  # fmt: skip
    told = [json.loads(writer.communicate()[0]) for writer in writers]
    texts = json.loads(place.run("-m", "benchmarks.writing_at_once", str(paper["long_id"]), "read"))
    kept = set(" ".join(texts).split())
    words = [word for one in told for word in one["words"]]
    name = f"five editors on five paragraphs, two on the same, {seconds:.0f} s"
    yield Figure(f"{name}: words acknowledged", len(words))
    yield Figure(f"{name}: conflicts shown", sum(one["conflicts"] for one in told))
    yield Figure(f"{name}: words lost", sum(word not in kept for word in words), "", 0)


def write(paper_id: int, where: int, name: str, seconds: float) -> dict[str, Any]:
    """Be one editor for so long."""
    from supportroom.kernel.actors import SYSTEM  # noqa: PLC0415
    from supportroom.kernel.errors import Stale  # noqa: PLC0415
    from supportroom.papers.actions import reword_paragraph  # noqa: PLC0415
    from supportroom.papers.models import Paper  # noqa: PLC0415
    from supportroom.texts.models import Paragraph  # noqa: PLC0415

    paper = Paper.objects.select_related("text").get(pk=paper_id)
    key = Paragraph.objects.filter(text=paper.text, removed=False).exclude(kind="heading")[where].pk
    words: list[str] = []
    conflicts, until = 0, time.monotonic() + seconds
    mine = Paragraph.objects.get(pk=key)
    while time.monotonic() < until:
        seen, word = mine.version, f"{name}n{len(words)}"
        time.sleep(0.05)  # they type
        try:
            wordings = {mine.content.original: f"{mine.content} {word}"}
            mine = reword_paragraph(actor=SYSTEM, paper=paper, paragraph=mine, seen=seen, wordings=wordings)
            words.append(word)
        except Stale:
            conflicts += 1
        mine = Paragraph.objects.get(pk=key)
    return {"words": words, "conflicts": conflicts}


def read(paper_id: int) -> list[str]:
    """Give what the first paragraphs say in their original language."""
    from supportroom.papers.models import Paper  # noqa: PLC0415
    from supportroom.texts.models import Paragraph  # noqa: PLC0415

    text = Paper.objects.get(pk=paper_id).text_id
    return [str(each.content) for each in Paragraph.objects.filter(text=text, removed=False)]


if __name__ == "__main__":
    import django

    django.setup()
    if sys.argv[2] == "read":
        print(json.dumps(read(int(sys.argv[1]))))
    else:
        print(json.dumps(write(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], float(sys.argv[4]))))
