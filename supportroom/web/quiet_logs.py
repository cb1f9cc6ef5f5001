"""What a log may not hold: the tokens of invitations and calendars, which whoever reads a log could use (S01)."""

import logging
import re

_TOKEN = re.compile(r"(/(?:invitation|calendar)/)[^/\s'\"]+")


class WithoutTokens(logging.Filter):
    """Write every line of the log without the tokens in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the line together, and take tokens out of it."""
        line = record.getMessage()
        if "/invitation/" in line or "/calendar/" in line:
            record.msg, record.args = _TOKEN.sub(r"\1…", line), ()
        return True
