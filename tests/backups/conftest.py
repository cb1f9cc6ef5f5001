"""A room on a disk: a real database, files, published pages, keys of sessions; and a folder for archives outside it."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from tests.factories import backups
from tests.faults.conftest import real_database

__all__ = ["real_database"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL a restore makes the tables anew by migrations, which write outside of any action."""
    if "postgresql" in django_settings.DATABASES["default"]["ENGINE"]:
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker("writes_outside_actions")


@pytest.fixture
def key() -> Any:
    return backups.new_key()


@pytest.fixture
def var(real_database: Path, settings: Any, key: Any) -> Path:
    """Give the room's folder."""
    settings.VAR_DIR = real_database
    settings.FILES_DIR, settings.PUBLISHED_DIR = real_database / "files", real_database / "published"
    settings.BACKUP_TO = [str(key.to_public())]
    for folder, name in ((settings.FILES_DIR / "ab", "abcd"), (settings.PUBLISHED_DIR / "reports", "index.html")):
        folder.mkdir(parents=True)
        (folder / name).write_text(f"bytes of {name}")
    (real_database / "secret_key").write_text("signs tickets")
    return real_database


@pytest.fixture
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archives")
