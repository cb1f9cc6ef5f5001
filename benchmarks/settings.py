"""The product's settings with one page more: the bare list that the boards are compared with."""

from pathlib import Path

from supportroom.config.settings import *  # noqa: F403
from supportroom.config.settings import TEMPLATES

ROOT_URLCONF = "benchmarks.urls"
TEMPLATES[1]["DIRS"] = [Path(__file__).parent / "templates"]
TEMPLATES[1]["OPTIONS"] = {
    "context_processors": [
        "django.template.context_processors.request",
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
    ]
}
# Pages are measured for sessions that were made by hand, without the minutes that a browser keeps and without a phone.
SECOND_FACTOR, IDLE_SECONDS, CONFIRM_SECONDS = "offered", 0, 0
