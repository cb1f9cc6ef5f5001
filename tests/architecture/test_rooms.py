"""Every domain app has the same rooms, and what does not belong into a room is not in it."""

import ast
import re

import pytest

from tests.architecture.house import NO_DOMAIN, PACKAGE, Source, functions, imports, sources, sources_of

FORBIDDEN_NAMES = set(
    "utils helpers manager managers handler handlers service services data info misc common signals admin".split()  # noqa: SIM905
)
# Room -> what it may not import, as beginnings of dotted names.
CLOSED = {
    "lifecycle": ("django.",),
    "vocabulary": ("django.db", "django.http", "supportroom.journal"),
    "models": ("django.http", "django.shortcuts", "supportroom.journal.writing", "supportroom.journal.door"),
    "rules": ("django.http", "django.shortcuts", "supportroom.journal.writing", "supportroom.journal.door"),
    "queries": ("django.shortcuts", "supportroom.journal.writing", "supportroom.journal.door.action"),
    "actions": ("django.http", "django.shortcuts", "django.template", "django.forms"),
    "forms": ("django.http", "django.shortcuts", "supportroom.journal"),
    "views": ("supportroom.journal.writing", "supportroom.journal.door"),
    "urls": ("supportroom.journal", "django.db"),
}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [s.name for s in sources() if s.path.stem in FORBIDDEN_NAMES or s.room in FORBIDDEN_NAMES] == []


def test_every_app_says_in_its_first_lines_what_it_is_for() -> None:
    for init in PACKAGE.glob("*/__init__.py"):
        words = ast.get_docstring(ast.parse(init.read_text()))
        assert words, f"{init} has no docstring"
        assert len(words) >= 80, f"{init}: say purpose, nouns and verbs"


def test_the_first_file_of_an_app_holds_no_code() -> None:
    for init in PACKAGE.glob("*/__init__.py"):
        body = ast.parse(init.read_text()).body
        assert len(body) == 1, f"{init} holds code"


@pytest.mark.parametrize("room", CLOSED)
def test_a_room_does_not_import_what_is_none_of_its_business(room: str) -> None:
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source in sources_of(room)
        for name, line in imports(source.tree)
        if name.startswith(CLOSED[room])
    ]
    assert wrong == []


def test_lower_rooms_do_not_import_the_rooms_that_use_them() -> None:
    order = ["vocabulary", "lifecycle", "models", "rules", "queries", "actions", "forms", "views", "urls"]
    wrong = [
        f"{source.name}:{line} imports {name}"
        for source in sources()
        if source.app not in NO_DOMAIN and source.room in order
        for name, line in imports(source.tree)
        for later in order[order.index(source.room) + 1 :]
        if re.match(rf"supportroom\.{source.app}\.{later}\b", name) and (source.room, later) != ("actions", "forms")
    ]
    assert wrong == []


def test_models_save_as_django_saves() -> None:
    overridden = {"save", "delete", "clean", "full_clean", "asave", "adelete"} - {"clean"}
    wrong = [f"{s.name}: {f.name}" for s in sources_of("models") for f in functions(s.tree) if f.name in overridden]
    assert wrong == []


def test_forms_save_nothing() -> None:
    assert [s.name for s in sources_of("forms") if any(f.name == "save" for f in functions(s.tree))] == []
    assert [s.name for s in sources_of("forms") if "ModelForm" in s.path.read_text()] == []


def test_nothing_of_ours_travels_by_signal() -> None:
    words = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.contrib.auth.signals")
    wrong = [f"{s.name}:{line}" for s in sources() for name, line in imports(s.tree) if name.startswith(words)]
    assert wrong == []


def test_views_are_short_and_ask_permissions_instead_of_roles() -> None:
    for source in sources_of("views", domain_only=False):
        assert_view_is_plain(source)


def assert_view_is_plain(source: Source) -> None:
    for function in functions(source.tree):
        lines = (function.end_lineno or 0) - function.lineno + 1
        assert lines <= 25, f"{source.name}: {function.name} has {lines} lines"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Compare):
            words = ast.unparse(node)
            assert not re.search(r"\broles?\b *(==|!=)|\brole in [({\[]", words), (
                f"{source.name}:{node.lineno}: {words}"
            )
        if isinstance(node, ast.Attribute):
            assert node.attr != "holds", f"{source.name}:{node.lineno} asks for a role: ask for a permission"
