"""A paper of 120 paragraphs in two languages with 60 versions and 1,500 comments: its pages beside the bare list, their
queries, its PDF and DOCX; 300 people who comment in the last minute; five editors who write at once.

python -m benchmarks.papers queries FILE        with what benchmarks.seeding wrote: prints JSON
python -m benchmarks.papers pdf|docx PAPER_ID LANGUAGE
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.last_minute import measure_last_minute
from benchmarks.pages import BARE, ask_in_turns
from benchmarks.paper_made import COMMENTS, PARAGRAPHS, VERSIONS
from benchmarks.place import COOKIE, Place
from benchmarks.table import Figure
from benchmarks.writing_at_once import measure_writing

TIMES = {"page": 4.0, "answering table": 6.0, "differences": 6.0}
MOST_QUERIES = 14
LONG = f"paper of {PARAGRAPHS} paragraphs, {VERSIONS} versions, {COMMENTS:,} comments"


def measure_papers(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Measure on a server of its own, then what needs none."""
    with place.served():
        yield from measure_paper_pages(place, seeded)
        yield from measure_last_minute(place, seeded["paper"])
    yield from measure_writing(place, seeded["paper"])
    for form in ("pdf", "docx"):
        told = json.loads(place.run("-m", "benchmarks.papers", form, str(seeded["paper"]["long_id"]), "ar"))
        yield Figure(f"{LONG}, as {form.upper()}: read and composed", told["composed"], "s")
        yield Figure(f"{LONG}, as {form.upper()}: rendered", told["rendered"], "s")
        yield Figure(f"{LONG}, as {form.upper()}: size", told["kilobytes"], "KB")


def paths_of(paper: dict[str, Any]) -> dict[str, str]:
    """Give the addresses of a paper's heavy pages by name."""
    first, last = paper["versions"]
    return {
        "page": f"/ar/papers/{paper['long']}/",
        "answering table": f"/ar/papers/{paper['long']}/comments/answering/",
        "differences": f"/ar/papers/{paper['long']}/differences/?from={first}&to={last}",
    }


def measure_paper_pages(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Ask for the pages and the bare list in turns; count their queries in a process of its own."""
    cookie = f"{COOKIE}={seeded['paper']['writer']}"
    bare = {"path": f"/bare/{seeded['boards']['100']}/", "cookie": f"{COOKIE}={seeded['member']}"}
    pages = {name: {"path": path, "cookie": cookie} for name, path in paths_of(seeded["paper"]).items()}
    told = ask_in_turns(place, {BARE: bare, **pages}, rounds=2)
    counted = json.loads(place.run("-m", "benchmarks.papers", "queries", str(place.folder / "seeded.json")))
    for name, most in TIMES.items():
        yield Figure(f"{LONG}: {name}: median, 1 client", told[name]["median"], "ms")
        yield Figure(f"{LONG}: {name}: on the wire", told[name]["bytes"] / 1024, "KB")
        times = told[name]["median"] / told[BARE]["median"]
        yield Figure(f"{LONG}: {name}: times the median of the bare list", times, "x", most)
        yield Figure(f"{LONG}: {name}", counted[name], "queries", MOST_QUERIES)
    yield Figure(f"{LONG}: answers that were not 200", sum(one["wrong"] for one in told.values()), "", 0)


def count(seeded: dict[str, Any]) -> dict[str, int]:
    """Count the queries of each page, the fewest of three."""
    from benchmarks.counting import client_of, queries_of  # noqa: PLC0415 - Django is set up there

    client = client_of(seeded["paper"]["writer"])
    return {name: queries_of(client, path) for name, path in paths_of(seeded["paper"]).items()}


def render(form: str, paper_id: int, language: str) -> dict[str, float]:
    """Compose and render the draft once."""
    import django  # noqa: PLC0415

    django.setup()
    from benchmarks.reports import renderer  # noqa: PLC0415
    from supportroom.papers.composing import paper_document  # noqa: PLC0415
    from supportroom.papers.models import Paper  # noqa: PLC0415
    from supportroom.papers.versions import draft_view  # noqa: PLC0415

    write = renderer(form)
    began = time.perf_counter()
    document = paper_document(draft_view(Paper.objects.select_related("text", "group").get(pk=paper_id)), language)
    composed = time.perf_counter()
    written = write(document)
    return {
        "composed": composed - began,
        "rendered": time.perf_counter() - composed,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "kilobytes": len(written) / 1024,
    }


if __name__ == "__main__":
    if sys.argv[1] == "queries":
        print(json.dumps(count(json.loads(Path(sys.argv[2]).read_text()))))
    else:
        print(json.dumps(render(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
