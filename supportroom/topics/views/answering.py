"""How small buttons are answered: done, or the reasons why not."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from supportroom.kernel.errors import Denied, DomainError, Missing


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
