"""No row of what is said in sessions or answered in checks can say who or when: seen in the tables (S15)."""

import re

import pytest
from django.apps import apps
from django.db import models

from supportroom.checks.models import CheckAnswer
from supportroom.journal.models import Receipt
from supportroom.kernel.models import RandomIdField

UNATTRIBUTED = [*apps.get_app_config("points").get_models(), CheckAnswer, Receipt]
PEOPLE = {"people", "account", "auth", "sessions", "protection"}
TELLING = re.compile(
    r"(^|_)(user|author|person|actor|account|created|updated|modified|at|time|ip|agent|browser|by)($|_)"
)


def related(model: type[models.Model]) -> list[type[models.Model]]:
    return [field.related_model for field in model._meta.get_fields() if field.is_relation and not field.auto_created]


@pytest.mark.parametrize("model", UNATTRIBUTED)
def test_s15_no_row_points_to_a_person_or_to_who_takes_part(model: type[models.Model]) -> None:
    for target in related(model):
        assert target._meta.app_label not in PEOPLE
        assert target._meta.model_name != "participant"


@pytest.mark.parametrize("model", UNATTRIBUTED)
def test_s15_no_column_holds_an_instant_or_an_address(model: type[models.Model]) -> None:
    for field in model._meta.concrete_fields:
        assert not isinstance(field, models.DateTimeField | models.TimeField | models.GenericIPAddressField)
        assert not TELLING.search(field.name), field.name


@pytest.mark.parametrize("model", UNATTRIBUTED)
def test_s15_no_id_tells_an_order(model: type[models.Model]) -> None:
    key = model._meta.pk
    assert isinstance(key, RandomIdField | models.OneToOneField) or model is Receipt
    assert not isinstance(key, models.AutoField) or isinstance(key, RandomIdField)


def test_s15_nobody_else_keeps_a_list_of_who_answered() -> None:
    answered = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
        if field.related_model in UNATTRIBUTED and set(related(model)) & set(apps.get_app_config("people").get_models())
    ]
    assert answered == []
