"""Nothing points up: imports are held by import-linter (`make check`), relations between rows here."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models

from tests.architecture.house import PACKAGE, floor_of, our_apps

FRAMEWORK = {"contenttypes", "auth", "sessions", "account"}


def our_models() -> list[type[models.Model]]:
    return [model for config in our_apps() for model in config.get_models(include_auto_created=True)]


def test_every_package_has_a_floor() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= set(floor_of())


def test_every_package_that_holds_an_app_is_installed() -> None:
    installed = {config.name.removeprefix("supportroom.") for config in our_apps()}
    assert {path.parent.name for path in PACKAGE.glob("*/apps.py")} <= installed


def test_every_relation_points_to_the_same_or_a_lower_floor() -> None:
    floors = floor_of()
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
        if field.related_model._meta.app_label not in FRAMEWORK
        if floors[field.related_model._meta.app_label] < floors[model._meta.app_label]
    ]
    assert upward == []


def test_neighbours_on_one_floor_do_not_point_at_each_other() -> None:
    floors = floor_of()
    sideways = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and isinstance(field.related_model, type)
        if field.related_model._meta.app_label in floors
        if field.related_model._meta.app_label != model._meta.app_label
        if floors[field.related_model._meta.app_label] == floors[model._meta.app_label]
    ]
    assert sideways == []


def test_there_is_no_generic_relation_and_no_inheritance_between_tables() -> None:
    for model in our_models():
        assert not [field for field in model._meta.private_fields if isinstance(field, GenericForeignKey)]
        assert not model._meta.parents, f"{model._meta.label} inherits a table"
