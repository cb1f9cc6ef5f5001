"""What these tests share: folders of their own for files and for what is published."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture(autouse=True)
def published_folder(tmp_path: Path, settings: LazySettings) -> Path:
    """Keep files and publish into folders of the test's own."""
    settings.PUBLISHED_DIR = tmp_path / "published"
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path / "published"
