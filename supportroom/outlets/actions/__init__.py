"""The one thing that is asked for here."""

from supportroom.outlets.actions.copies import ask_copy

__all__ = ["ask_copy"]
