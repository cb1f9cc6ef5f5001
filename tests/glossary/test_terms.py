"""Terms, the versions of what they mean, actors and influences: lives, rules and refusals."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.glossary import actions
from supportroom.glossary.lifecycle import BODY, TERM
from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.glossary.queries import bodies_visible_to, in_force, term_at, terms_visible_to
from supportroom.glossary.underlining import explained, with_terms
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM, VISITOR
from supportroom.kernel.errors import DomainError, Missing, Stale
from supportroom.kernel.lifecycle import Lifecycle
from supportroom.people.models import Person
from tests.factories.glossary import a_body, a_term, both, defined_anew, influences
from tests.factories.personas import actor_of

pytestmark = pytest.mark.usefixtures("room")
Act = Callable[..., Any]


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize(
    ("life", "model", "noun", "make"),
    [(TERM, Term, "term", lambda: a_term(released=False)), (BODY, Body, "body", lambda: a_body("A", released=False))],
    ids=["term", "actor"],
)
def test_a_life_takes_the_steps_of_its_table_and_no_other(
    life: Lifecycle, model: type[Term] | type[Body], noun: str, make: Callable[[], Term | Body]
) -> None:
    thing = make()
    for state in life.states:
        for verb in life.verbs:
            model.objects.filter(pk=thing.pk).update(state=state)
            thing.refresh_from_db()
            act: Act = getattr(actions, f"{verb}_{noun}")
            if life.allows(state, verb):
                act(actor=SYSTEM, **{noun: thing})
                assert model.objects.get(pk=thing.pk).state == life.step(state, verb).target
            else:
                with pytest.raises(DomainError, match=r"kernel\.not_now"):
                    act(actor=SYSTEM, **{noun: thing})


def refused(code: str, act: Act, **given: Any) -> None:
    """Hold an action to a refusal."""
    with pytest.raises(DomainError) as caught:
        act(actor=SYSTEM, **given)
    assert caught.value.code == code
    assert caught.value.wording != code


def test_a_term_gets_versions_and_the_newest_holds() -> None:
    term = a_term(since=date(2026, 5, 1))
    second = defined_anew(term, "Fighting stops, and somebody watches.", "يتوقف القتال وثمة من يراقب.")
    assert [(each.number, str(each.why)) for each in term.definitions.all()] == [
        (2, "The members asked for it."),
        (1, ""),
    ]
    assert [each.pk for each in in_force()] == [second.pk]
    refused("glossary.nothing_new", actions.define, term=term, text=second.text, source=second.source, why=both("x"))
    refused("glossary.why_needed", actions.define, term=term, text=both("Another"), source=second.source)
    refused("glossary.source_needed", actions.define, term=term, text=both("Another"), source=both(""), why=both("x"))
    refused("kernel.empty", actions.define, term=term, text=both(""), source=both("x"), why=both("x"))
    assert Definition.objects.count() == 2
    assert Entry.objects.filter(action="glossary.define").count() == 1


def test_a_term_stands_once_however_it_is_written_and_is_released_with_a_definition_alone() -> None:
    a_term("ceasefire", "وقف إطلاق النار")
    refused("glossary.known_already", actions.add_term, name=both("CEASEFIRE"))
    refused("glossary.known_already", actions.add_term, name=both("truce", "وقف اطلاق النار"))
    bare = actions.add_term(actor=SYSTEM, name=both("truce"), forms={"en": ["truces", "", "truces"], "ar": []})
    assert bare.forms == {"en": ["truces"]}
    refused("glossary.not_defined", actions.release_term, term=bare)
    refused("glossary.known_already", actions.amend_term, term=bare, name=both("ceasefire"))
    actions.amend_term(actor=SYSTEM, term=bare, name=both("truce", "هدنة"), seen=1)
    with pytest.raises(Stale):
        actions.amend_term(actor=SYSTEM, term=bare, name=both("truce"), seen=1)
    actions.remove_term(actor=SYSTEM, term=bare)
    refused("glossary.only_drafts_go", actions.remove_term, term=Term.objects.get())


def test_interpreters_translate_and_the_original_stands(interpreter: Person) -> None:
    term, body = a_term("relief", ""), a_body("A council")
    influence = influences(body, a_body("A force"))
    actor = actor_of(interpreter)
    last = Definition.objects.get(term=term)
    name, text = term.name.reworded("ar", "الإغاثة"), last.text.reworded("ar", "العون العاجل.")
    done = actions.translate_term(actor=actor, term=term, name=name, text=text)
    assert (done.name.texts["ar"], Definition.objects.get(term=term).text.texts["ar"]) == ("الإغاثة", "العون العاجل.")
    assert Definition.objects.count() == 1
    actions.translate_body(actor=actor, body=body, name=body.name.reworded("ar", "مجلس"))
    actions.translate_influence(actor=actor, influence=influence, how=influence.how.reworded("ar", "بقراراته"))
    other = both("Something else", "شيء آخر")
    refused("glossary.translations_only", actions.translate_term, term=term, name=other)
    refused("glossary.translations_only", actions.translate_body, body=body, about=other)
    refused("glossary.translations_only", actions.translate_influence, influence=influence, how=other)


def test_actors_are_never_persons_and_influence_stands_once_for_a_pair(member: Person) -> None:
    named = both(f"The circle of {member.name}")
    refused("glossary.names_a_person", actions.add_body, name=named, kind="other")
    refused("glossary.names_a_person", actions.add_body, name=both("A circle"), kind="other", about=named)
    council, force = a_body("A council", "مجلس"), a_body("A force")
    refused("glossary.known_already", actions.add_body, name=both("The Council", "مَجلِس"), kind="state")
    amended = {"name": named, "kind": "state"}
    refused("glossary.names_a_person", actions.amend_body, body=council, **amended)
    influences(council, force)
    said = {"how": both("Again"), "strength": 1}
    refused("glossary.influence_known", actions.say_influence, by=council, on=force, **said)
    refused("glossary.on_itself", actions.say_influence, by=council, on=council, **said)
    refused("glossary.names_a_person", actions.say_influence, by=force, on=council, how=named, strength=1)
    actions.retire_body(actor=SYSTEM, body=force)
    refused("glossary.actor_retired", actions.say_influence, by=force, on=council, **said)
    refused("glossary.only_drafts_go", actions.remove_body, body=council)
    draft = a_body("A draft", released=False)
    influences(draft, council)
    actions.remove_body(actor=SYSTEM, body=draft)
    actions.withdraw_influence(actor=SYSTEM, influence=Influence.objects.get())
    assert not Influence.objects.exists()


def test_drafts_are_seen_by_who_keeps_the_glossary_and_retired_terms_keep_their_address(
    team: Person, interpreter: Person, member: Person
) -> None:
    shown, draft, gone = a_term(), a_term("relief", "إغاثة", released=False), a_term("camp", "مخيم")
    actions.retire_term(actor=SYSTEM, term=gone)
    a_body("A council", released=False)
    for actor in (VISITOR, actor_of(member)):
        assert list(terms_visible_to(actor)) == [shown]
        assert list(bodies_visible_to(actor)) == []
        assert term_at(actor, gone.slug) == gone
        with pytest.raises(Missing):
            term_at(actor, draft.slug)
    for keeper in (team, interpreter):
        assert terms_visible_to(actor_of(keeper)).count() == 3
        assert bodies_visible_to(actor_of(keeper)).count() == 1


def test_a_text_is_explained_in_the_language_of_the_page_with_one_query() -> None:
    for number in range(3):
        a_term(f"term{number}x", f"مصطلح{number}")
    term = a_term(forms={"en": ["truce"], "ar": ["هدنة"]})
    a_term("relief", "", released=False)
    defined_anew(term, "Fighting stops <here>.", "يتوقف القتال.", since=date(2026, 6, 2))
    with (
        override("ar"),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        page = str(with_terms("<h2>الهدنة</h2><p>بالهدنة وبوقف إطلاق النار</p>"))
    assert len(asked) == 1
    assert page.count('class="term"') == 1
    assert "يتوقف القتال." in page
    assert f"/ar/glossary/{term.slug}/" in page
    told = explained("<p>After the truce, relief.</p>", "en")
    assert 'href="#term-' in told.text
    for part in ("Fighting stops &lt;here&gt;.", "Definition 2", "2026-06-02"):
        assert part in told.notes
    assert "relief</a>" not in told.text  # a draft explains nothing
    assert str(with_terms("<p>Nothing of it.</p>", "en")) == "<p>Nothing of it.</p>"
