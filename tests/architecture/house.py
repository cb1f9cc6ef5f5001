"""The house as these tests see it: its files, functions, apps and floors."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import AppConfig, apps

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "supportroom"
NO_DOMAIN = frozenset({"config", "kernel", "web", "rendering", "reading"})
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A Python file of the product: its app, its place inside the app, and its syntax tree."""

    path: Path

    @property
    def name(self) -> str:
        """The path from the root, e.g. `supportroom/room/actions.py`."""
        return str(self.path.relative_to(ROOT))

    @property
    def app(self) -> str:
        """The app that it belongs to; empty for the package's own file."""
        inside = self.path.relative_to(PACKAGE).parts
        return inside[0] if len(inside) > 1 else ""

    @property
    def room(self) -> str:
        """The room of the app that it is or lies in: `actions` for `actions.py` and for `actions/checks.py`."""
        return Path(self.path.relative_to(PACKAGE).parts[1] if self.app else self.path.name).stem

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return parsed(self.path)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.path.read_text().count("\n")


@cache
def parsed(path: Path) -> ast.Module:
    """Give a file's syntax tree."""
    return ast.parse(path.read_text(), filename=str(path))


@cache
def sources() -> tuple[Source, ...]:
    """Give every Python file of the product that people write: no migrations."""
    return tuple(Source(path) for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts)


def sources_of(*rooms: str, domain_only: bool = True) -> list[Source]:
    """Give the files of these rooms in all apps."""
    return [s for s in sources() if s.app and s.room in rooms and not (domain_only and s.app in NO_DOMAIN)]


def templates() -> list[Path]:
    """Give every template of the product."""
    return sorted(PACKAGE.glob("*/templates/**/*.html"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Give every function and method in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: Function) -> int:
    """Give the number of lines of a function from `def` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give every module that a tree imports, with each name taken from it as `module.name`, and the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


@cache
def floor_of() -> dict[str, int]:
    """Give each app's floor, counted from the top, as pyproject.toml draws them."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    return {name.strip(" ()"): number for number, layer in enumerate(contract["layers"]) for name in layer.split("|")}


def our_apps() -> list[AppConfig]:
    """Give the configurations of our own installed apps."""
    return [config for config in apps.get_app_configs() if config.name.startswith("supportroom.")]
