"""A paper begun and written: paragraphs after one another, reworded, divided, moved, taken out and brought back."""

from typing import Any

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.journal.models import UNNAMED, Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.kernel.multilingual import multilingual
from supportroom.papers import actions
from supportroom.papers.forgetting import forget_editings
from supportroom.papers.models import Editing, Paper
from supportroom.papers.vocabulary import PAPER_STATES, WRITABLE
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph
from tests.factories.papers import a_paper, begun, divided, freshly, in_state, numbered_in, paragraphs_in, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def english(paper: Paper) -> list[str]:
    return [str(paragraph.content)[:12] for paragraph in paragraphs_in(paper)]


def test_a_group_begins_one_paper_in_the_rooms_languages(group: WorkingGroup, member: Person) -> None:
    paper = actions.begin_paper(actor=actor_of(member), group=group, title=multilingual("ar", ar="فضاء"))
    assert (paper.languages, paper.state) == (["ar", "en"], "drafting")
    with pytest.raises(DomainError, match=r"papers\.begun_already"):
        begun(group)


def test_a_paper_is_written_in_a_language_of_the_room(group: WorkingGroup) -> None:
    with pytest.raises(DomainError, match=r"papers\.no_language"):
        actions.begin_paper(actor=SYSTEM, group=group, title=words("Room"), languages=["fr"])


def test_a_paper_has_a_title(group: WorkingGroup) -> None:
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        actions.begin_paper(actor=SYSTEM, group=group, title=words("  "))


def test_who_holds_no_seat_does_not_begin_a_paper(group: WorkingGroup, stranger: Person) -> None:
    with pytest.raises(Denied):
        begun(group, actor=actor_of(stranger))


def test_paragraphs_stand_where_they_were_put(group: WorkingGroup) -> None:
    paper = begun(group)
    first = written(paper, "first")
    written(paper, "third")
    written(paper, "second", after=first)
    written(paper, "beginning", is_first=True)
    assert english(paper) == ["beginning", "first", "second", "third"]


def test_a_paragraph_moves_after_any_other_or_to_the_beginning(group: WorkingGroup) -> None:
    paper = begun(group)
    one, two, three = (written(paper, text) for text in ("one", "two", "three"))
    actions.move_paragraph(actor=SYSTEM, paper=paper, paragraph=one, after=three)
    assert english(paper) == ["two", "three", "one"]
    actions.move_paragraph(actor=SYSTEM, paper=paper, paragraph=three, after=None)
    actions.move_paragraph(actor=SYSTEM, paper=paper, paragraph=two, after=two)
    assert english(paper) == ["three", "two", "one"]


def test_what_is_taken_out_comes_back_to_where_it_stood(paper: Paper) -> None:
    second = numbered_in(paper)[1]
    before = english(paper)
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=second)
    written(paper, "In between.", after=numbered_in(paper)[0])
    actions.restore_paragraph(actor=SYSTEM, paper=paper, paragraph=second)
    assert english(paper) == [*before[:2], "In between.", *before[2:]]


def test_what_stands_is_not_brought_back_and_what_is_gone_not_taken_out(paper: Paper) -> None:
    chosen = numbered_in(paper)[1]
    with pytest.raises(DomainError, match=r"texts\.not_removed"):
        actions.restore_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen)
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen)
    given: dict[str, Any] = {"actor": SYSTEM, "paper": paper, "paragraph": chosen}
    for act, more in (
        (actions.remove_paragraph, {}),
        (actions.move_paragraph, {"after": None}),
        (actions.take_up_paragraph, {}),
        (actions.shape_paragraph, {"seen": 2, "kind": "heading"}),
        (actions.split_paragraph, {"seen": 2, "parts": [words("a"), words("b")]}),
        (actions.reword_paragraph, {"seen": 2, "wordings": {"en": "New"}}),
    ):
        with pytest.raises(DomainError, match=r"texts\.no_such_paragraph"):
            act(**given, **more)


def test_a_paragraph_of_another_paper_is_none_of_this_one(paper: Paper) -> None:
    from tests.factories.groups import a_group_at_work

    foreign = numbered_in(a_paper(a_group_at_work(title="Economy"), 1))[0]
    with pytest.raises(DomainError, match=r"texts\.no_such_paragraph"):
        actions.reword_paragraph(actor=SYSTEM, paper=paper, paragraph=foreign, seen=1, wordings={"en": "Mine"})
    with pytest.raises(DomainError, match=r"texts\.no_such_paragraph"):
        written(paper, "Here?", after=foreign)


def test_a_divided_paragraph_keeps_the_first_part_and_the_others_say_where_they_come_from(paper: Paper) -> None:
    chosen = numbered_in(paper)[1]
    divided(paper, chosen, "First half.", "Second half.", "Third half.")
    row = numbered_in(paper)
    assert [str(each.content) for each in row[1:4]] == ["First half.", "Second half.", "Third half."]
    assert row[1].pk == chosen.pk
    assert [each.split_from_id for each in row[1:4]] == [None, chosen.pk, chosen.pk]
    assert [version.number for version in row[1].versions.all()] == [1, 2]
    assert row[2].versions.count() == 1


def test_nothing_is_divided_into_one_part_or_an_empty_one(paper: Paper) -> None:
    chosen = numbered_in(paper)[0]
    with pytest.raises(DomainError, match=r"texts\.not_divided"):
        divided(paper, chosen, "All of it.")
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        divided(paper, chosen, "All of it.", " ")


def test_dividing_what_somebody_reworded_meanwhile_loses_no_word(paper: Paper) -> None:
    chosen = numbered_in(paper)[0]
    actions.reword_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen, seen=1, wordings={"en": "Theirs."})
    parts = [words("Mine, one."), words("Mine, two.")]
    with pytest.raises(Stale) as conflict:
        actions.split_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen, seen=1, parts=parts)
    assert [str(part) for part in conflict.value.mine] == ["Mine, one.", "Mine, two."]
    assert str(conflict.value.theirs.content) == "Theirs."


def test_two_people_on_one_paragraph_lose_no_word(paper: Paper, member: Person, shielded_member: Person) -> None:
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "seen": chosen.version}
    actions.reword_paragraph(actor=actor_of(member), wordings={"en": "What she wrote."}, **given)
    with pytest.raises(Stale) as conflict:
        actions.reword_paragraph(actor=actor_of(shielded_member), wordings={"en": "What he wrote."}, **given)
    assert conflict.value.mine == {"en": "What he wrote."}
    assert str(conflict.value.theirs.content) == "What she wrote."
    seen = conflict.value.theirs.version
    both = {"en": "What she wrote. What he wrote."}
    actions.reword_paragraph(actor=actor_of(shielded_member), **{**given, "seen": seen}, wordings=both)
    assert [str(each.content) for each in chosen.versions.all()][1:] == ["What she wrote.", both["en"]]


def test_moving_a_paragraph_leaves_who_writes_in_it_alone(paper: Paper) -> None:
    first, *_others, last = numbered_in(paper)
    actions.move_paragraph(actor=SYSTEM, paper=paper, paragraph=first, after=last)
    actions.reword_paragraph(actor=SYSTEM, paper=paper, paragraph=first, seen=first.version, wordings={"en": "Still."})
    assert str(Paragraph.objects.get(pk=first.pk).content) == "Still."


def test_new_words_leave_the_translation_behind_until_somebody_says_that_it_holds(paper: Paper) -> None:
    chosen = numbered_in(paper)[0]
    actions.reword_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen, seen=1, wordings={"en": "Other words."})
    chosen.refresh_from_db()
    assert chosen.content.state("ar") == "outdated"
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "wordings": {}}
    actions.reword_paragraph(actor=SYSTEM, seen=2, confirmed=["ar"], **given)
    chosen.refresh_from_db()
    assert chosen.content.state("ar") == "current"


def test_interpreters_and_the_team_write_translations_and_leave_the_original_alone(
    paper: Paper, interpreter: Person, team: Person
) -> None:
    chosen = numbered_in(paper)[0]
    for person, text in ((interpreter, "كلمات أخرى"), (team, "كلمات ثالثة")):
        chosen.refresh_from_db()
        given: dict[str, Any] = {"actor": actor_of(person), "paper": paper, "paragraph": chosen, "seen": chosen.version}
        actions.reword_paragraph(**given, wordings={"ar": text}, drafts=["ar"])
        chosen.refresh_from_db()
        assert (chosen.content.texts["ar"], chosen.content.state("ar")) == (text, "draft")
        with pytest.raises(DomainError, match=r"papers\.only_translations"):
            actions.reword_paragraph(**{**given, "seen": chosen.version}, wordings={"en": "Mine now."})


@pytest.mark.writes_outside_actions
@pytest.mark.parametrize("state", [state for state in PAPER_STATES if state not in WRITABLE])
def test_a_paper_that_is_not_being_written_takes_translations_alone(paper: Paper, member: Person, state: str) -> None:
    in_state(paper, state)
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"actor": actor_of(member), "paper": paper}
    one: dict[str, Any] = {**given, "paragraph": chosen}
    for act, more in (
        (actions.write_paragraph, {**given, "content": words("More")}),
        (actions.move_paragraph, {**one, "after": None}),
        (actions.remove_paragraph, one),
        (actions.restore_paragraph, one),
        (actions.shape_paragraph, {**one, "seen": 1, "kind": "heading"}),
        (actions.split_paragraph, {**one, "seen": 1, "parts": [words("a"), words("b")]}),
    ):
        with pytest.raises(DomainError, match=r"papers\.not_being_written"):
            act(**more)
    with pytest.raises(DomainError, match=r"papers\.adopted_words"):
        actions.reword_paragraph(**one, seen=1, wordings={"en": "Otherwise."})
    with pytest.raises(DomainError, match=r"papers\.adopted_words"):
        actions.name_paper(**given, seen=paper.version, title=words("Other"))
    translated = paper.title.reworded("ar", "عنوان أفضل")
    assert actions.name_paper(**given, seen=paper.version, title=translated).title.texts["ar"] == "عنوان أفضل"
    actions.reword_paragraph(**one, seen=1, wordings={"ar": "ترجمة أفضل"})
    chosen.refresh_from_db()
    assert chosen.content.texts["ar"] == "ترجمة أفضل"


def test_a_heading_becomes_a_paragraph_and_the_numbers_follow(paper: Paper) -> None:
    heading = paragraphs_in(paper)[0]
    actions.shape_paragraph(actor=SYSTEM, paper=paper, paragraph=heading, seen=1, kind="paragraph")
    assert len(numbered_in(paper)) == 6
    heading.refresh_from_db()
    actions.shape_paragraph(actor=SYSTEM, paper=paper, paragraph=heading, seen=2, kind="heading", level=9)
    heading.refresh_from_db()
    assert (heading.kind, heading.level) == ("heading", 4)


def test_a_paper_is_named_anew_by_who_saw_the_present_name(paper: Paper) -> None:
    actions.name_paper(actor=SYSTEM, paper=paper, seen=paper.version, title=words("Another title"))
    assert str(freshly(paper).title) == "Another title"
    with pytest.raises(Stale):
        actions.name_paper(actor=SYSTEM, paper=paper, seen=paper.version, title=words("Mine"))


def test_who_works_on_a_paragraph_is_said_renewed_and_over_with_the_edit(
    paper: Paper, member: Person, clock: Any
) -> None:
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"actor": actor_of(member), "paper": paper, "paragraph": chosen}
    actions.take_up_paragraph(**given)
    clock.shift(240)
    actions.take_up_paragraph(**given)
    clock.shift(240)
    from supportroom.papers.queries import editings_in

    assert [editing.person_id for editing in editings_in(paper)] == [member.pk]
    actions.reword_paragraph(**given, seen=1, wordings={"en": "Done."})
    assert not editings_in(paper).exists()
    actions.take_up_paragraph(**given)
    actions.let_go_paragraph(**given)
    assert not Editing.objects.exists()
    actions.take_up_paragraph(**given)
    clock.shift(301)
    assert not editings_in(paper).exists()


def test_an_interpreter_translates_the_title_and_no_more(paper: Paper, interpreter: Person) -> None:
    given: dict[str, Any] = {"actor": actor_of(interpreter), "paper": paper, "seen": paper.version}
    with pytest.raises(DomainError, match=r"papers\.only_translations"):
        actions.name_paper(**given, title=words("Mine"))
    before = freshly(paper).text.version
    actions.name_paper(**given, title=paper.title.reworded("ar", "عنوان"))
    assert (freshly(paper).title.texts["ar"], freshly(paper).text.version) == ("عنوان", before)


def test_who_worked_on_what_is_forgotten_once_it_is_over(paper: Paper, member: Person, clock: Any) -> None:
    given: dict[str, Any] = {"actor": actor_of(member), "paper": paper}
    for chosen in numbered_in(paper)[:2]:
        actions.take_up_paragraph(**given, paragraph=chosen)
    assert forget_editings() == 0
    clock.shift(301)
    assert (forget_editings(), forget_editings(), Editing.objects.count()) == (1, 0, 0)


def test_the_journal_keeps_neither_whose_hand_it_was_nor_the_hour(paper: Paper, member: Person) -> None:
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"actor": actor_of(member), "paper": paper, "paragraph": chosen}
    actions.take_up_paragraph(**given)
    actions.reword_paragraph(**given, seen=1, wordings={"en": "Mine."})
    for name in ("papers.take_up_paragraph", "papers.reword_paragraph"):
        entry = Entry.objects.filter(action=name).latest("pk")
        assert (entry.actor, entry.at.hour, entry.at.minute) == (UNNAMED, 0, 0)
