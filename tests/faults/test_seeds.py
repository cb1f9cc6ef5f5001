"""Chance that can be repeated: every random test stands on a seed, and what generates cases prints it (R16)."""

import ast
from pathlib import Path

from hypothesis import settings as generated

TESTS = Path(__file__).resolve().parents[1]
SEEDED = {"Random", "SystemRandom"}  # a SystemRandom may draw a seed, which is then printed


def test_r16_no_test_draws_from_chance_without_a_seed() -> None:
    loose = [
        f"{path.relative_to(TESTS)}:{node.lineno} {node.attr}"
        for path in sorted(TESTS.rglob("*.py"))
        if "\nimport random\n" in path.read_text()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "random"
        and node.attr not in SEEDED
    ]
    assert loose == []


def test_r16_a_seed_of_its_own_is_printed() -> None:
    drawn = [path for path in TESTS.rglob("*.py") if path != Path(__file__) and "SystemRandom" in path.read_text()]
    assert [path.name for path in drawn if "seed {SEED}" not in path.read_text()] == []


def test_r16_generated_cases_print_how_to_repeat_them() -> None:
    assert generated.default.print_blob
