"""The settings of a room in production: second factor, idle time, limits; and the bare list beside its pages."""

from benchmarks.settings import *  # noqa: F403

SECOND_FACTOR, IDLE_SECONDS, CONFIRM_SECONDS = "required", 20 * 60, 5 * 60
LIMITS_ARE_ON = True
