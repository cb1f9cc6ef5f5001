"""From a form to an action and back: what was typed is still there when the action refuses."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form

from supportroom.kernel.errors import Denied, DomainError, Missing, Stale


def submit(form: Form, act: Callable[..., Any], **fixed: Any) -> bool:
    """Do the action with the form's cleaned values and the fixed ones; tell whether it was done.

    What the form or the action refuses stands in the form's errors; the page is then shown again with status 422.
    Denied, Missing and Stale pass through: they concern the page, not the form. The action's answer is `form.answer`.
    """
    if not form.is_valid():
        return False
    try:
        form.answer = act(**fixed, **form.cleaned_data)  # type: ignore[attr-defined]
    except (Denied, Missing, Stale):
        raise
    except DomainError as error:
        form.add_error(None, error.wording)
        return False
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def attempt(act: Callable[..., Any], **given: Any) -> list[str]:
    """Do an action; give the wording of what it refuses, nothing when it is done. Denied and Missing pass through."""
    try:
        act(**given)
    except (Denied, Missing):
        raise
    except DomainError as error:
        return [error.wording]
    except ValidationError as error:
        return list(error.messages)
    return []
