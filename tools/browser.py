"""A browser for the journeys: Chromium on the machine, else Debian's (as root), else the driver's own download."""

import os
import shutil
import subprocess
import sys

import setup

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """Give the program to start, installed if need be; "" for the driver's own; None where none can be had."""
    found = on_machine()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get") and setup.apt_install("chromium"):
        found = on_machine()
    return found if found is not None else from_driver()


def on_machine() -> str | None:
    """Look on the PATH."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def from_driver() -> str | None:
    """Let the browser driver download its own Chromium; "" if it has one now."""
    command = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    return "" if subprocess.run(command, check=False, capture_output=True).returncode == 0 else None
