"""The form field for files: what it cleans is a `Cleaned`."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.files.cleaning import ENDINGS, Cleaned, clean
from supportroom.files.vocabulary import MOST_BYTES
from supportroom.kernel.errors import DomainError


class UploadField(forms.FileField):
    """A file that is made harmless as the form is read; the page's view is decorated with `uploads.takes_files`.

    The cleaned value is a `Cleaned`, or None where none was brought and none is required. Refusals stand at the field.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Take Django's arguments."""
        kwargs.setdefault(
            "help_text",
            _(
                "PDF, Word (.docx), picture (.png, .jpg), text (.txt, .md), up to 20 MB. Its name stays as it is: "
                "choose one that names nobody."
            ),
        )
        endings = ",".join(f".{ending}" for ending in ENDINGS)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": endings}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Cleaned | None:
        """Give the harmless copy."""
        if data in self.empty_values:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        try:
            return _cleaned(data)
        except DomainError as error:
            raise ValidationError(error.wording, code=error.code) from None


def _cleaned(file: Any) -> Cleaned:
    if file.size > MOST_BYTES:
        raise DomainError("files.too_large", limit=MOST_BYTES // 1024 // 1024)
    return clean(file.name, file.read())
