"""A mail server in a process of its own that notes each mail it took: recipient and Message-ID, a line each.

python -m benchmarks.mail_office PORT FILE
"""

import asyncio
import re
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)


class Office:
    """Takes every mail, and writes down that it did before it says so."""

    def __init__(self, path: Path) -> None:
        """Take the file to write to."""
        self.file = path.open("ab", buffering=0)

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Note a mail."""
        found = MESSAGE_ID.search(envelope.content or b"")  # type: ignore[arg-type]
        self.file.write(b" ".join([envelope.rcpt_tos[0].encode(), found[1] if found else b"-"]) + b"\n")
        return "250 OK"


async def serve(port: int, path: Path) -> None:
    """Serve until killed."""
    office = Office(path)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(office), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
