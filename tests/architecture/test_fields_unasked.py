"""Every form of the product, sent with fields that it does not have: nothing changes by them (S11)."""

import pytest
from django.test import Client

from supportroom.people.models import Account, Person
from tests.architecture.addresses import fillings, routes
from tests.architecture.conftest import draw_nothing, keep_keys, signed_in
from tests.architecture.forms_met import FORMS, Met, Values, extra, note_forms, written_by

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
Accounts = dict[str, Account | None]
MEETING = ("team", "rapporteur")
PEOPLE = (
    "person person_id author author_id actor account account_id written_by written_by_id created_by proposed_by "
    "proposed_by_id raised_by holder holder_id"
)
DAYS = "released_on published_on decided_on sent_at closed_at ends_at"
MARKS = "is_active is_staff is_superuser is_named set_aside removed given"
LEAST_TAKEN_UP = 0.7  # of the forms; the others want what a test cannot know


@pytest.fixture
def forms(accounts: Accounts) -> list[Met]:
    """What the walk over all addresses met; a short walk where this runs alone."""
    if not FORMS:
        for who in MEETING:
            client = signed_in(accounts[who])
            for route in routes():
                page = route.address("en", fillings(route)[0])
                note_forms(who, page, client.get(page).getvalue())
    return [met for (name, _fields), met in FORMS.items() if name and not name.startswith("account_")]


def tempting(accounts: Accounts) -> Values:
    """Give what somebody would like to slip in, by the names of our fields."""
    other = [str(Person.objects.get(account=accounts["office"]).pk)]
    return (
        dict.fromkeys(PEOPLE.split(), other)
        | {name: ["2020-01-02"] for name in DAYS.split()}
        | {name: ["on"] for name in MARKS.split()}
        | {"role": ["team"], "roles": ["team"], "state": ["published"], "version": ["99"], "kind": ["other"]}
        | {"password": ["an evil pass phrase"], "handle": ["a" * 64]}
    )


def test_s11_fields_that_a_form_does_not_have_change_no_row(
    accounts: Accounts, forms: list[Met], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_keys(monkeypatch)
    draw_nothing(monkeypatch)
    clients: dict[str, Client] = {}
    others, wrong, done = tempting(accounts), [], 0
    for met in forms:
        client = clients.setdefault(met.who, signed_in(accounts[met.who]))
        plain, more = (written_by(client, met.action, values) for values in (met.values, extra(met, others)))
        done += bool(plain[1])
        if plain != more:
            rows = set(plain[1]) ^ set(more[1])
            wrong.append(f"{met.kind[0]} as {met.who}: {plain[0]} became {more[0]}; {sorted(rows)[:2]}")
    assert wrong == []
    assert len(forms) > 150, "the walk meets the forms"
    assert done / len(forms) > LEAST_TAKEN_UP, "and most are taken up as they are filled in"
