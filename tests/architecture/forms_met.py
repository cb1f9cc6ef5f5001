"""The forms that a walk over all pages meets, filled in as somebody would, and sent again with fields nobody asked for.

Both times the same ids are drawn and the clock stands still: whatever differs between the rows that are written came of
the fields that the form does not have (S11).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final
from unittest import mock

from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils.translation import override

from supportroom.kernel import ids
from supportroom.kernel.clock import now, turned_to
from tests.architecture.conftest import Drawn
from tests.door_guard import Execute, our_tables, written_table

FORM: Final = re.compile(r"<form\b.*?</form>", re.DOTALL)
TYPED: Final = {
    "email": "somebody@example.org", "number": "3", "date": "2027-03-04", "time": "10:00", "url": "https://example.org/",
    "datetime-local": "2027-03-04T10:00", "password": "a long pass phrase of four words", "file": "",
}  # fmt: skip
RANDOM: Final = re.compile(r"[\w.:=+/-]{16,}|\b\d{4}-\d+-[0-9a-z]{4,6}\b")
# Fields that a form takes without always showing them, each read by its own words.
TAKEN_UNSHOWN: Final = {
    "": {"seen", "language"},
    "rounds:pillar_add": {"pillar"},
    "points:point_import": {"lines"},
    "points:check_open": {"point"},
    "safety:request_ask": {"note"},
    "papers:text_import": {"lines"},
    "workroom:general_thread": {"quotes"},
    "workroom:source_thread": {"quotes"},
    "workroom:thread_detail": {"quotes"},
    "workroom:meeting_set": {"slot"},
}
SEED: Final = 77
STANDING_STILL: Final = now()
FORMS: Final[dict[Any, "Met"]] = {}  # what the walk over all addresses met, each kind once
Values = dict[str, list[str]]


@dataclass
class Met:
    """A form as it stood on a page: who met it, where it is sent, and what it would send."""

    who: str
    action: str
    values: Values = field(default_factory=dict)

    @property
    def kind(self) -> tuple[str, frozenset[str]]:
        """The view that takes it, with the names of its fields: the same form on another page is the same."""
        with override("en"):
            try:
                name = resolve(self.action.partition("?")[0]).view_name
            except Resolver404:
                name = ""
        return name, frozenset(re.sub(r"[0-9a-hjkmnp-tv-z]{12}|\d+", "*", name) for name in self.values)


class Reader(HTMLParser):
    """Reads one form: what stands in it, and in what is empty what somebody would put there."""

    def __init__(self, who: str, place: str) -> None:
        """Take who met it and the page."""
        super().__init__()
        self.met = Met(who, place)
        self.is_post = False
        self._select = self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a field."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_post = given.get("method", "").lower() == "post"
            self.met.action = given.get("action") or self.met.action
        name = given.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and given.get("value"):
            if "selected" in given or self._select not in self.met.values:
                self.met.values[self._select] = [given["value"]]
        elif tag == "textarea":
            self._text = name
            self.met.values[name] = [""]
        elif name and tag in ("input", "button"):
            self._put(name, given)

    def handle_endtag(self, tag: str) -> None:
        """Fill in what was left empty."""
        if tag == "textarea" and self._text:
            self.met.values[self._text] = [self.met.values[self._text][0].strip() or "Words of a test"]
            self._text = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        """Read what stands in a larger field."""
        if self._text:
            self.met.values[self._text][0] += data

    def _put(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind == "checkbox" and "checked" not in given and name in self.met.values:
            return
        if kind == "radio" and "checked" not in given and name in self.met.values:
            return
        self.met.values[name] = [given.get("value") or TYPED.get(kind, "on" if kind == "checkbox" else "Words")]


def forms_on(who: str, place: str, content: bytes) -> Iterator[Met]:
    """Give the forms of a page that are sent by POST."""
    for found in FORM.findall(content.decode(errors="replace")):
        reader = Reader(who, place)
        reader.feed(found)
        if reader.is_post:
            yield reader.met


def note_forms(who: str, place: str, content: bytes) -> None:
    """Keep the forms of a page of which none was met before."""
    for met in forms_on(who, place, content):
        FORMS.setdefault(met.kind, met)


def extra(met: Met, others: Values) -> Values:
    """Give a form's values with every field of every table of ours that it does not have."""
    columns = {name for model in apps.get_models() if model.__module__.startswith("supportroom.")
               for column in model._meta.concrete_fields for name in (column.name, column.attname)}  # fmt: skip
    taken = TAKEN_UNSHOWN[""] | TAKEN_UNSHOWN.get(met.kind[0], set())
    return {name: others.get(name, ["7"]) for name in columns - set(met.values) - taken} | met.values


def written_by(client: Client, action: str, values: Values) -> tuple[int, list[str]]:
    """Send a form and take back what it did: the status, and every row of ours that it wrote."""
    rows: list[str] = []

    def note(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
        if written_table(sql) in our_tables():
            rows.append(f"{sql} {[RANDOM.sub('~', str(one)) for one in params or ()]}")
        return execute(sql, params, many, context)

    cookies = dict(client.cookies)
    with (
        transaction.atomic(),
        mock.patch.object(ids, "secrets", Drawn(SEED)),
        turned_to(STANDING_STILL),
        connection.execute_wrapper(note),
    ):
        status = client.post(action, values).status_code
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.update(cookies)
    return status, sorted(rows)
