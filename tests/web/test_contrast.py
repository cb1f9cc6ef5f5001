"""Text reaches 7:1 on every ground it stands on, in light and in dark; edges that must be seen reach 3:1."""

import re

import pytest

from supportroom.web.stylesheet import SOURCES

TOKENS = (SOURCES / "tokens.css").read_text("utf-8")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
LIGHT, DARK = (dict(COLOUR.findall(part)) for part in TOKENS.split("@media (prefers-color-scheme: dark)"))
PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "ochre", "brick"])
def test_text_is_readable(palette: dict[str, str], ground: str, text: str) -> None:
    assert contrast(palette[text], palette[ground]) >= 7


@pytest.mark.parametrize("palette", PALETTES)
def test_words_on_marks_and_buttons_are_readable(palette: dict[str, str]) -> None:
    assert contrast(palette["on-accent"], palette["accent"]) >= 7
    assert contrast(palette["ink"], palette["mark"]) >= 7


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_the_edge_of_a_field_can_be_seen(palette: dict[str, str], ground: str) -> None:
    assert contrast(palette["edge"], palette[ground]) >= 3
