"""What a log may not hold: who asked for what (S41), what an error carried, tokens in addresses of links (S01).

Django names the whole address of a refused request, and an error may quote a row: "Key (email)=(...) exists".
Neither is needed to mend a fault: the route, the kind of error and the places in the code are.
"""

import logging
import re
import traceback
from types import TracebackType
from typing import Any, Final

from django.db import OperationalError

_TOKEN = re.compile(
    r"(/(?:invitation|way-back|calendar|letter|newsletter/confirm|newsletter/leave|press/handed)/)[^/\s'\"]+"
)
_SAID: Final = (OperationalError,)  # "disk is full", "database is locked": of the machine, never of a row
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutTokens(logging.Filter):
    """Write every line of the log without the tokens in it; of a request nothing but its route."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the line together, and take out of it what may not be there."""
        request = getattr(record, "request", None)
        if request is not None:
            record.msg, record.args = f"{getattr(record, 'status_code', '')} {_route(request)}".strip(), ()
            return True
        line = record.getMessage()
        if _TOKEN.search(line):
            record.msg, record.args = _TOKEN.sub(r"\1…", line), ()
        return True


class Places(logging.Formatter):
    """Write an error as its kind and the places in the code that led to it, without its words and without values."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a line; another handler may have kept the error's words with it, which are left aside."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - logging calls it so
        """Write the error and those that it came from, the last first."""
        lines, error = list[str](), ei[1]
        while error is not None and len(lines) < 200:
            said = f": {error}" if isinstance(error, _SAID) else ""
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}{said}")
            frames = traceback.extract_tb(error.__traceback__, limit=-40)
            lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _route(request: Any) -> str:
    """Give what was asked for as the product names it: the method and the name of the address, never the address."""
    found = getattr(request, "resolver_match", None)
    return f"{getattr(request, 'method', '')} {found.view_name if found else 'an address that is not ours'}"
