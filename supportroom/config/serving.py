"""The server in its own process: `python -m supportroom.config.serving HOST PORT`; `manage.py serve` becomes it."""

import gc
import sys
from typing import Final

import uvicorn
from django.conf import settings
from django.urls import get_resolver

from supportroom.backups.lease import served
from supportroom.config.asgi import application

PARTING_SECONDS: Final = 3  # how long open streams are waited for when the server ends


def serve(host: str, port: int) -> None:
    """Serve until told to end."""
    _ = get_resolver().url_patterns  # what pages need is loaded before the first is asked for
    gc.collect()
    gc.freeze()  # it lasts as long as the server: the collector need not look at it again
    uvicorn.run(
        application,
        host=host,
        port=port,
        loop="asyncio",
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,  # through the room's own handler, which names no address (S41)
        log_level="warning",
        server_header=False,
        proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
        forwarded_allow_ips=settings.TRUSTED_PROXY,
        timeout_graceful_shutdown=PARTING_SECONDS,
    )


if __name__ == "__main__":
    with served():  # a restore begins while no process serves the room
        serve(sys.argv[1], int(sys.argv[2]))
