"""Every action stands in the room of actions, has a rule, takes keywords, and every refusal has its wording."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import Counter
from pathlib import Path

import pytest

from supportroom.journal.door import action_names
from supportroom.kernel import errors
from supportroom.kernel.permissions import permission_names
from tests.architecture.house import PACKAGE, sources

CODE = re.compile(r"[a-z]+\.[a-z_]+")


@pytest.fixture(scope="module", autouse=True)
def everything_is_loaded() -> None:
    """Import every module of the product, so that all that registers itself has done so."""
    importlib.import_module("supportroom.config.urls")  # before the addresses of apps: it says what an id is
    for module in pkgutil.walk_packages([str(PACKAGE)], "supportroom."):
        if not re.search(r"\.(migrations|asgi|wsgi|settings)\b", module.name):
            importlib.import_module(module.name)


def test_every_action_stands_in_its_apps_room_of_actions() -> None:
    for name, place in action_names().items():
        app = name.partition(".")[0]
        assert re.match(rf"supportroom\.{app}\.actions\b", place), f"{name} stands in {place}"


def test_an_action_is_called_verb_noun_as_its_function() -> None:
    wrong = [name for name, place in action_names().items() if name.split(".")[1] != place.rsplit(".", 1)[1]]
    assert wrong == []


def test_every_action_asks_a_permission_that_is_registered() -> None:
    assert set(action_names()) - set(permission_names()) == set()


def test_every_permission_is_named_app_and_verb() -> None:
    apps = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    for name in permission_names():
        assert CODE.fullmatch(name), name
        assert name.partition(".")[0] in apps, name


def test_actions_take_keywords_only_and_name_their_actor() -> None:
    for place in action_names().values():
        module, _, function = place.rpartition(".")
        parameters = inspect.signature(inspect.unwrap(getattr(importlib.import_module(module), function))).parameters
        assert "actor" in parameters, place
        assert all(p.kind in {p.KEYWORD_ONLY, p.VAR_KEYWORD} for p in parameters.values()), place


def codes_used() -> Counter[str]:
    """Give the error codes that the code raises, by how often."""
    found: Counter[str] = Counter()
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and called(node) in {"DomainError", "Denied", "Missing", "Stale"}:
                found.update(text for text in texts_of(node.args[:1]))
            elif isinstance(node, ast.Call) and called(node) == "refuse_unless":
                found.update(text for text in texts_of(node.args[1:2]))
    return found


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def texts_of(arguments: list[ast.expr]) -> list[str]:
    constants = [part.value for argument in arguments for part in ast.walk(argument) if isinstance(part, ast.Constant)]
    return [value for value in constants if isinstance(value, str) and CODE.fullmatch(value)]


def test_every_refusal_has_a_wording() -> None:
    assert set(codes_used()) - set(errors._phrases) == set()


def test_every_wording_is_used() -> None:
    declared = set(errors._phrases)
    elsewhere = [match for source in sources() if source.room != "vocabulary" for match in quoted(source.path)]
    assert declared - set(codes_used()) - set(elsewhere) == set()


def quoted(path: Path) -> list[str]:
    """Give the codes that stand in a file as they are: handed on, or chosen from a table."""
    return re.findall(r'"([a-z]+\.[a-z_]+)"', path.read_text())


def test_every_wording_names_only_what_the_refusal_carries() -> None:
    for code, phrase in errors._phrases.items():
        assert re.fullmatch(r"(?:[^%]|%\([a-z_]+\)[sd]|%%)*", str(phrase)), code
