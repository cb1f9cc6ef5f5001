"""What the reader says of a file is compared in English."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Speak English, whatever language the machine's catalogues hold."""
    with override("en"):
        yield
