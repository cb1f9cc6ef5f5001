"""Which addresses take files, and how large: by a mark on the view, for people who are signed in.

Every other form keeps the small limit of the settings. The view of a page that takes files is decorated:

    @takes_files
    def file_attach(request, source_id): ...
"""

import io
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopFutureHandlers
from django.urls import Resolver404, resolve
from django.utils.translation import override

from supportroom.files.vocabulary import MOST_BYTES

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(view: View) -> View:
    """Mark a view as one that takes files of up to `MOST_BYTES`."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def takes_files_at(path: str) -> bool:
    """Tell whether the view at an address takes files."""
    language = path[1:].partition("/")[0]
    with override(language if language in dict(settings.LANGUAGES) else None):
        try:
            return bool(getattr(resolve(path).func, "takes_files", False))
        except Resolver404:
            return False


class LeftOut(UploadedFile):
    """Stands for a file that was larger than any that is taken: none of it was kept."""

    def __init__(self, name: str, field: str) -> None:
        """Take the file's name and the field it came in."""
        super().__init__(io.BytesIO(), name, "application/octet-stream", MOST_BYTES + 1)
        self.field_name = field


class RoomUploadHandler(MemoryFileUploadHandler):
    """Keeps a file in memory: never on the disk before it was cleaned."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Decide by the address and the person how much is taken."""
        super().handle_raw_input(*args, **kwargs)
        self.is_roomy = not self.activated and self._takes_files()

    def _takes_files(self) -> bool:
        request = self.request
        account = getattr(request, "user", None)
        if request is None or account is None or not account.is_authenticated:
            return False
        return takes_files_at(request.path_info)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with a file."""
        if not self.is_roomy:
            super().new_file(*args, **kwargs)
            return
        super(MemoryFileUploadHandler, self).new_file(*args, **kwargs)
        self.file, self.taken = io.BytesIO(), 0
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece; of a file that grows too large nothing is kept."""
        if not self.is_roomy:
            return super().receive_data_chunk(raw_data, start)
        self.taken += len(raw_data)
        if self.taken <= MOST_BYTES:
            self.file.write(raw_data)
        elif self.file.tell():
            self.file = io.BytesIO()
        return None

    def file_complete(self, file_size: int) -> Any:
        """Give the file, or what stands for one that was too large."""
        if not self.is_roomy:
            return super().file_complete(file_size)
        if self.taken > MOST_BYTES:
            return LeftOut(str(self.file_name), str(self.field_name))
        self.file.seek(0)
        return InMemoryUploadedFile(
            file=self.file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
