"""Passages offered for recommendations: how fast, and how often the right one is among the first three or five.

python -m benchmarks.offering     prints JSON, in a process that knows no database

The pairs are invented (tests/briefings/offered): the encoder is measured where it is installed. Weights were chosen on
the first forty-eight; the last twelve were written when everything was settled.
"""

import json
import time
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.place import Place
from benchmarks.table import Figure

RECOMMENDATIONS = 500
DIRECTIONS = (
    ("English to English", "english", ("english",)),
    ("Arabic to Arabic", "arabic", ("arabic",)),
    ("Arabic to English", "english", ("arabic",)),
    ("English to Arabic", "arabic", ("english",)),
)
SECONDS = 2.0


def measure_offering(place: Place, seeded: dict[str, Any]) -> Iterator[Figure]:
    """Tell seconds for 500 recommendations in a briefing of 5,000 words, and what share of passages is found."""
    told = json.loads(place.run("-m", "benchmarks.offering"))
    name = f"passages offered for {RECOMMENDATIONS} recommendations in a briefing of 5,000 words"
    yield Figure(f"{name}: by words", told["seconds"]["words"], "s", SECONDS)
    if "encoder" in told["seconds"]:
        yield Figure(f"{name}: with the encoder, from the start of its process", told["seconds"]["encoder"], "s")
    for way, found in told["recall"].items():
        for which, (three, five) in found.items():
            yield Figure(f"right passage by {way}, {which}: among the first 3", three * 100, "%")
            yield Figure(f"right passage by {way}, {which}: among the first 5", five * 100, "%")


def measure() -> dict[str, Any]:
    """Measure once."""
    import django  # noqa: PLC0415 - Django must be set up before its models are read

    django.setup()
    from supportroom.briefings.encoding import is_here  # noqa: PLC0415
    from supportroom.briefings.lexicon import lexicon_with  # noqa: PLC0415
    from tests.factories.offered import glossary  # noqa: PLC0415

    ways: dict[str, tuple[Any, bool]] = {
        "words": (lexicon_with(field=False), False),
        "words and the field's list": (lexicon_with(), False),
        "words, list and glossary": (lexicon_with(glossary()), False),
    }
    if is_here():
        ways |= {"the encoder alone": (None, True), "words, list and encoder": (lexicon_with(), True)}
    found = {way: _recall(lexicon, encoded=encoded) for way, (lexicon, encoded) in ways.items()}
    return {"seconds": _seconds(with_encoder=is_here()), "recall": found}


def _recall(lexicon: Any, *, encoded: bool) -> dict[str, tuple[float, float]]:
    from tests.factories.offered import HELD_OUT, ranks, recall  # noqa: PLC0415

    told: dict[str, tuple[float, float]] = {}
    for part, which in ((slice(None), "all pairs"), (HELD_OUT, "pairs written last")):
        for direction, text, spoken in DIRECTIONS:
            near = _nearness(text, spoken) if encoded else None
            places = list(ranks(lexicon, text, spoken, part, near))
            told[f"{which}, {direction}"] = (recall(places, 3), recall(places, 5))
    return told


def _nearness(text: str, spoken: Sequence[str]) -> Any:
    from supportroom.briefings.encoding import nearest  # noqa: PLC0415
    from tests.factories.offered import briefing, recommendations  # noqa: PLC0415

    asked = {row["key"]: [row[language] for language in spoken] for row in recommendations()}
    return nearest(asked, briefing(text).passages)


def _seconds(*, with_encoder: bool) -> dict[str, float]:
    """Give the time for 500 recommendations in both languages: the sixty that there are, again and again."""
    from supportroom.briefings.encoding import nearest  # noqa: PLC0415
    from supportroom.briefings.lexicon import lexicon_with  # noqa: PLC0415
    from supportroom.briefings.offering import Asked, Offering  # noqa: PLC0415
    from supportroom.kernel.stems import telling_stems  # noqa: PLC0415
    from tests.factories.offered import briefing, recommendations  # noqa: PLC0415

    rows = (recommendations() * (RECOMMENDATIONS // len(recommendations()) + 1))[:RECOMMENDATIONS]
    passages = briefing("english").passages
    began = time.perf_counter()
    lexicon = lexicon_with()
    offering = Offering([(number, telling_stems(text)) for number, text in passages], lexicon)
    for row in rows:
        offering.offers(Asked([row["english"], row["arabic"]]))
    told = {"words": time.perf_counter() - began}
    if with_encoder:
        began = time.perf_counter()
        nearest({str(at): [row["english"], row["arabic"]] for at, row in enumerate(rows)}, passages)
        told["encoder"] = time.perf_counter() - began + told["words"]
    return told


if __name__ == "__main__":
    print(json.dumps(measure()))
