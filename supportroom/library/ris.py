"""RIS as reference managers write it: lines of a tag, two spaces, a dash and a value, between TY and ER."""

import re
from collections.abc import Iterator
from typing import Final

Record = dict[str, list[str]]
_LINE: Final = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?$", re.DOTALL)
_BEGINS, _ENDS = "TY", "ER"


def records(text: str) -> Iterator[Record]:
    """Give each record's values by tag, in order; a line without a tag goes on with the value before it.

    What stands before the first record, or after the last one's end, is no record; one that was cut off is none either.
    """
    record: Record | None = None
    values: list[str] = []
    for line in re.split(r"\r\n?|\n", text.lstrip("\ufeff")):
        found = _LINE.match(line)
        tag, value = (found[1], (found[2] or "").strip()) if found else ("", line.strip())
        if tag == _BEGINS:
            record = {_BEGINS: [value]}
            values = record[_BEGINS]
        elif record is None:
            continue
        elif tag == _ENDS:
            yield record
            record = None
        elif tag:
            values = record.setdefault(tag, [])
            values.append(value)
        elif value and values:
            values[-1] = f"{values[-1]} {value}".strip()
