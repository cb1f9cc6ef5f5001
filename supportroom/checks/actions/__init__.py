"""All that is done here: one file a noun."""

from supportroom.checks.actions.answers import answer
from supportroom.checks.actions.checks import ask_again, count_check, open_members_check, withdraw_members_check

__all__ = ["answer", "ask_again", "count_check", "open_members_check", "withdraw_members_check"]
