"""The settings of a room that asks for the password after twenty minutes, as in production."""

from supportroom.config.settings import *  # noqa: F403

IDLE_SECONDS = 20 * 60
