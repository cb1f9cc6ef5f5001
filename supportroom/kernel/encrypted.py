"""Columns of which a copy of the database alone says nothing (S44): `EncryptedField`, and `BlindIndexField` to find by.

A value is opened when it is first asked of a row, not when the row is read: a page pays for what it shows alone. What
cannot be opened is an error, never an empty text that a form would save over the real one. Nothing is searched, sorted
or compared in such a column; a raw value (`values_list`) is a `Sealed`, which refuses to be shown.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from django.core.validators import MaxLengthValidator, validate_email
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from supportroom.kernel.keyring import Unreadable, blind_indexes, key_of, keys, seal, unseal

LONGEST_ADDRESS: Final = 254
INDEX_LENGTH: Final = 64


class Sealed:
    """What stands in the column."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        """Take it as it stands there."""
        self.text = text

    def __str__(self) -> str:
        """Refuse to be shown."""
        raise Unreadable("A sealed value is opened through its row.")

    def __repr__(self) -> str:
        """Say what it is."""
        return f"<sealed with {key_of(self.text)}>"


def place_of(model: type[models.Model], key: Any, field: str) -> str:
    """Give the place to which a sealed text belongs."""
    return f"{model._meta.label_lower}|{key}|{field}"


class _Opening(DeferredAttribute):
    """Opens a value when it is first asked for, and keeps it in the instance."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = unseal(value.text, place_of(type(instance), instance.pk, self.field.name))
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.TextField):
    """A text that is sealed in the database; "" stays "", and tells that nothing is there."""

    descriptor_class = _Opening

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Refuse texts that are longer than `max_length`."""
        super().__init__(*args, **kwargs)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Give what stands in the column, to be opened by its row."""
        return Sealed(value) if value else value

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # noqa: FBT001 - Django's signature
        """Give what the column will hold: sealed for this row, with the key of today."""
        return self.sealed_for(model_instance, getattr(model_instance, self.attname))

    def sealed_for(self, row: models.Model, text: str) -> Any:
        """Seal a text for a row."""
        return Sealed(seal(text, place_of(type(row), row.pk, self.name))) if text else text

    def get_prep_value(self, value: Any) -> Any:
        """Give what the driver takes; TypeError for a text that nobody sealed: it could be neither kept nor found."""
        if isinstance(value, Sealed):
            return value.text
        if value:
            raise TypeError(f"{self.name} is sealed: it is written through its row, and found by its index")
        return value


class EncryptedEmailField(EncryptedField):
    """A mail address that is sealed in the database."""

    default_validators = [validate_email]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take addresses of the usual length."""
        super().__init__(*args, **{"max_length": LONGEST_ADDRESS, **kwargs})


class BlindIndexField(models.CharField):
    """What a sealed field of the same row is found by, whatever its case: a keyed digest, made when the row is."""

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        """Take the name of the sealed field."""
        self.of = of
        fixed = {"max_length": INDEX_LENGTH, "blank": True, "editable": False}
        super().__init__(*args, **{**kwargs, **fixed})

    def deconstruct(self) -> Any:
        """Tell migrations how to build this field again."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # noqa: FBT001 - Django's signature
        """Make the index of what the row says now."""
        index = self.index_of(type(model_instance), getattr(model_instance, self.of))
        setattr(model_instance, self.attname, index)
        return index

    def index_of(self, model: type[models.Model], text: str) -> str:
        """Give the index under the key of today."""
        return indexes_of(model, self.of, text)[0]


def indexes_of(model: type[models.Model], field: str, text: str) -> list[str]:
    """Give all indexes under which a text may stand in a model's rows: look up by `..._index__in`."""
    return list(blind_indexes(text, f"{model._meta.label_lower}|{field}"))


@cache
def sealed_fields(model: type[models.Model]) -> tuple[EncryptedField, ...]:
    """Give a model's sealed fields."""
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, EncryptedField))


@cache
def index_fields(model: type[models.Model]) -> tuple[BlindIndexField, ...]:
    """Give a model's blind indexes."""
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, BlindIndexField))


def in_columns(row: models.Model, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give for `update` what the columns of this row will hold: sealed, and with the index of what is sealed."""
    values = dict(fields)
    for field in sealed_fields(type(row)):
        if field.name in fields and isinstance(fields[field.name], str):
            values[field.name] = field.sealed_for(row, fields[field.name])
    for index in index_fields(type(row)):
        if index.of in fields:
            values[index.name] = index.index_of(type(row), fields[index.of])
    return values


def is_of_today(sealed: Any) -> bool:
    """Tell whether a raw value was sealed with the key that seals now, or holds nothing."""
    return not isinstance(sealed, Sealed) or key_of(sealed.text) == keys()[0].name
