"""The Sustainable Development Goals (General Assembly resolution 70/1) by number, in short names."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

GOALS: Final[dict[int, str | Promise]] = {
    1: pgettext_lazy("sustainable development goal", "No poverty"),
    2: pgettext_lazy("sustainable development goal", "Zero hunger"),
    3: pgettext_lazy("sustainable development goal", "Good health and well-being"),
    4: pgettext_lazy("sustainable development goal", "Quality education"),
    5: pgettext_lazy("sustainable development goal", "Gender equality"),
    6: pgettext_lazy("sustainable development goal", "Clean water and sanitation"),
    7: pgettext_lazy("sustainable development goal", "Affordable and clean energy"),
    8: pgettext_lazy("sustainable development goal", "Decent work and economic growth"),
    9: pgettext_lazy("sustainable development goal", "Industry, innovation and infrastructure"),
    10: pgettext_lazy("sustainable development goal", "Reduced inequalities"),
    11: pgettext_lazy("sustainable development goal", "Sustainable cities and communities"),
    12: pgettext_lazy("sustainable development goal", "Responsible consumption and production"),
    13: pgettext_lazy("sustainable development goal", "Climate action"),
    14: pgettext_lazy("sustainable development goal", "Life below water"),
    15: pgettext_lazy("sustainable development goal", "Life on land"),
    16: pgettext_lazy("sustainable development goal", "Peace, justice and strong institutions"),
    17: pgettext_lazy("sustainable development goal", "Partnerships for the goals"),
}


def goal_choices() -> list[tuple[int, str]]:
    """Give the goals by number with number and name in the reader's language, for a form."""
    return [(number, f"{number}. {name}") for number, name in GOALS.items()]


def goal_names(numbers: list[int]) -> list[tuple[int, str]]:
    """Give the names of goals in the reader's language by number; numbers that there are not are left out."""
    return [(number, str(GOALS[number])) for number in numbers if number in GOALS]
