"""The report: put together from the record, written, adopted, composed as one document in each language."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.rendering import tree
from supportroom.rendering.html import to_html
from supportroom.rounds.actions import add_group, amend_participant, begin_reporting
from supportroom.site.actions import publish_report
from supportroom.site.preparing import Prepared
from supportroom.statements.actions import (
    add_paragraph,
    adopt_report,
    draft_report,
    name_spokesperson,
    read_back_report,
    reword_paragraph,
    take_back_report,
    write_section_anew,
)
from supportroom.statements.composing import report_document
from supportroom.statements.figures import figures_of, place_name
from supportroom.statements.lifecycle import REPORT
from supportroom.statements.models import Report, Statement
from supportroom.statements.queries import open_sessions_for, report_gaps, report_summary
from supportroom.statements.record import record_of
from supportroom.statements.vocabulary import WRITTEN_SECTIONS
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.statements import (
    Meeting,
    adopted,
    ask,
    drafted,
    held_meeting,
    new_session,
    replied,
    report_adopted,
    report_read_back,
    written,
)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def anew(report: Report) -> Report:
    return Report.objects.select_related("round", "text").get(pk=report.pk)


def texts_of(document: tree.Document) -> str:
    return repr(document.blocks)


def test_the_record_counts_raised_agreed_by_session_and_left(meeting: Meeting) -> None:
    record = record_of(meeting.round)
    assert (record.raised, record.pillar_count, record.agreed, record.left) == (4, 1, 3, 1)
    assert [(str(session), count) for session, count in record.agreements] == [("First meeting", 3)]


def test_a_report_begins_with_what_the_record_says_in_every_language(meeting: Meeting) -> None:
    report = drafted(meeting)
    paragraphs = list(report.text.paragraphs.all())
    assert [paragraph.section for paragraph in paragraphs] == list(WRITTEN_SECTIONS)
    assert all(set(paragraph.content.texts) == {"ar", "en"} for paragraph in paragraphs)
    summary = paragraphs[0].content.texts["en"]
    assert all(figure in summary for figure in ("6 people", "4 points", "1 pillar", "3 points", "1 point"))


def test_a_round_has_one_report_and_none_before_a_session_is_over(meeting: Meeting) -> None:
    drafted(meeting)
    with pytest.raises(DomainError, match="report_exists"):
        drafted(meeting)


def test_no_report_before_a_session_is_over(room: object, member: Person) -> None:
    from tests.factories.rounds import make_round

    with pytest.raises(DomainError, match="round_not_reporting"):
        draft_report(actor=SYSTEM, round=make_round(people=[member]))


def test_a_part_is_written_anew_from_the_record_and_the_old_words_stay_at_hand(meeting: Meeting) -> None:
    report = drafted(meeting)
    write_section_anew(actor=SYSTEM, report=report, section="summary")
    rows = report.text.paragraphs.filter(section="summary")
    assert [row.removed for row in rows] == [True, False]
    with pytest.raises(DomainError, match="no_such_section"):
        write_section_anew(actor=SYSTEM, report=report, section="figures")


def test_the_document_says_the_same_in_both_languages_under_the_same_numbers(meeting: Meeting) -> None:
    adopted(meeting)
    report = drafted(meeting)
    documents = {language: report_document(report, language) for language in ("ar", "en")}
    numbers = {
        language: [block.number for block in document.blocks if isinstance(block, tree.Paragraph)]
        for language, document in documents.items()
    }
    assert numbers["ar"] == numbers["en"]
    assert (documents["ar"].direction, documents["en"].direction) == ("rtl", "ltr")
    assert documents["ar"].title == "جولة حزيران"


def test_points_not_translated_stand_in_their_own_language_and_say_so(meeting: Meeting) -> None:
    document = report_document(drafted(meeting), "ar")
    (point,) = [b for b in document.blocks if isinstance(b, tree.Paragraph) and b.text == "Point 1 of the list"]
    assert (point.language, point.direction) == ("en", "ltr")


def test_what_remains_stands_with_its_reasons_and_the_facilitators_word(meeting: Meeting) -> None:
    page = to_html(report_document(drafted(meeting), "en"))
    assert page.count("Not like this.") == 6
    assert "The room is divided." in page


def test_a_statement_is_annexed_with_what_it_rests_on_and_the_reply(meeting: Meeting) -> None:
    replied(meeting)
    document = report_document(drafted(meeting), "en")
    (annex,) = [block for block in document.blocks if isinstance(block, tree.Annex)]
    assert annex.title == "Annex 1: Statement to the Envoy"
    (rests,) = [block for block in document.blocks if isinstance(block, tree.Table) and block.row_heads]
    stands = {b.text: b.number for b in document.blocks if isinstance(b, tree.Paragraph) and b.anchor.startswith("p")}
    assert rests.rows == tuple((str(n), stands[f"Point {n} of the list"]) for n in (1, 2))
    (reply,) = [block for block in document.blocks if isinstance(block, tree.Reply)]
    assert (reply.text, reply.by) == ("The office will raise it.", "Office of the Special Envoy, 9 June 2026")


def test_a_statement_that_is_not_adopted_is_not_annexed(meeting: Meeting) -> None:
    written(meeting)
    assert not [b for b in report_document(drafted(meeting), "en").blocks if isinstance(b, tree.Annex)]


def test_spokespersons_are_named_by_their_own_consent_and_counted_otherwise(meeting: Meeting) -> None:
    statement = adopted(meeting)
    for person in (meeting.facilitator, meeting.rapporteur):
        name_spokesperson(actor=actor_of(meeting.writer), statement=statement, person=person)
    report = drafted(meeting)
    assert "2 participants" in texts_of(report_document(report, "en"))
    give_consent(actor=actor_of(meeting.facilitator), person=meeting.facilitator, thing=statement)
    page = texts_of(report_document(report, "en"))
    assert "Fadi Leads-Invented and 1 participant" in page
    assert "Rima" not in page
    withdraw_consent(actor=actor_of(meeting.facilitator), person=meeting.facilitator, thing=statement)
    assert "Fadi" not in texts_of(report_document(report, "en"))


def test_after_publication_consent_stays_as_it_is(meeting: Meeting) -> None:
    statement = adopted(meeting)
    report_is_out(meeting)
    with pytest.raises(DomainError, match=r"protection\.released"):
        give_consent(actor=actor_of(meeting.facilitator), person=meeting.facilitator, thing=statement)


def report_is_out(meeting: Meeting) -> Report:
    """Publish without making any file."""
    report = report_adopted(meeting)
    begin_reporting(actor=SYSTEM, round=meeting.round)
    publish_report(actor=SYSTEM, report=anew(report), prepared=Prepared("none", "2026-06-trial", 1, {}))
    return anew(report)


def test_nobodys_name_stands_in_a_report(meeting: Meeting) -> None:
    replied(meeting)
    report = drafted(meeting)
    for language in ("ar", "en"):
        page = to_html(report_document(report, language))
        people = [participant.person for participant in meeting.round.participants.select_related("person")]
        assert not [person.name for person in people if person.name in page]


def test_small_groups_are_only_counted(meeting: Meeting) -> None:
    for place, participant in enumerate(meeting.round.participants.all()):
        amend_participant(actor=SYSTEM, participant=participant, gender="woman" if place else "man", residence="Homs")
    figures = figures_of(meeting.round)
    assert (figures.count, figures.gender.shown, figures.places) == (6, {}, ())
    page = texts_of(report_document(drafted(meeting), "en"))
    assert "women" not in page
    assert "Homs" not in page


@pytest.fixture
def large(room: object, member: Person) -> Meeting:
    return held_meeting(member, agreed=1, remaining=0, others=13)


def test_women_and_men_are_told_and_one_person_apart_is_not(large: Meeting) -> None:
    rows = list(large.round.participants.all())
    for place, participant in enumerate(rows):
        gender = "woman" if place < 9 else "man"
        residence = "تركيا" if place < 7 else "north-west Syria"
        amend_participant(actor=SYSTEM, participant=participant, gender=gender, residence=residence)
    figures = figures_of(large.round)
    assert figures.gender.shown == {"woman": 9, "man": 7}
    assert figures.places == ("Türkiye", "north-west Syria")
    rows[-1].refresh_from_db()
    amend_participant(actor=SYSTEM, participant=rows[-1], gender="other", residence="Raqqa")
    figures = figures_of(large.round)
    assert figures.gender.shown == {"woman": 9, "all_others": 7}
    assert figures.places == ("Türkiye", "north-west Syria")
    assert "Raqqa" not in texts_of(report_document(drafted(large), "en"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [("تركيا", "Türkiye"), ("TURKEY", "Türkiye"), ("حمص / Homs", "Homs"), ("حمص", "حمص"), ("Izmir", "Izmir")],
)
def test_a_place_is_told_in_the_language_of_the_page(typed: str, told: str) -> None:
    assert place_name(typed) == told


def test_gaps_name_what_is_not_ready_in_a_language(meeting: Meeting) -> None:
    report = drafted(meeting)
    missing = report_gaps(report, "ar")
    assert "Points 1, 2, 3, 4: not translated" in missing
    assert report_gaps(report, "en") == []
    paragraph = report.text.paragraphs.get(section="summary")
    reword_paragraph(
        actor=SYSTEM, report=report, paragraph=paragraph, seen=paragraph.version, wordings={"ar": "كلمات أخرى"}
    )
    assert "Summary: out of date" in report_gaps(report, "en")


def test_the_summary_is_one_text_in_all_its_languages(meeting: Meeting) -> None:
    report = drafted(meeting)
    add_paragraph(actor=SYSTEM, report=report, section="summary", content=words("One more.", "وزيادة."))
    assert report_summary(report).texts["en"].endswith("\n\nOne more.")
    assert report_summary(report).state("en") == "current"


def test_two_who_write_at_once_lose_nothing(meeting: Meeting) -> None:
    report = drafted(meeting)
    paragraph = report.text.paragraphs.get(section="summary")
    given = {"actor": SYSTEM, "report": report, "paragraph": paragraph, "seen": paragraph.version}
    reword_paragraph(**given, wordings={"ar": "الأول"})
    with pytest.raises(Stale) as stale:
        reword_paragraph(**given, wordings={"ar": "الثاني"})
    assert (stale.value.mine, str(stale.value.theirs.content)) == ({"ar": "الثاني"}, "الأول")


def test_an_interpreter_translates_and_changes_no_original(meeting: Meeting, interpreter: Person) -> None:
    report = report_read_back(meeting)
    paragraph = report.text.paragraphs.get(section="summary")
    given = {"actor": actor_of(interpreter), "report": report, "paragraph": paragraph, "seen": paragraph.version}
    with pytest.raises(Denied):
        reword_paragraph(**given, wordings={"ar": "غير ذلك"})
    reword_paragraph(**given, wordings={"en": "In other words"})
    assert anew(report).text.version == report.text.version


def test_a_published_report_is_corrected_by_the_team_alone(meeting: Meeting, team: Person) -> None:
    report = report_is_out(meeting)
    paragraph = report.text.paragraphs.get(section="summary")
    given = {"report": report, "paragraph": paragraph, "seen": paragraph.version, "wordings": {"ar": "مصحّح"}}
    with pytest.raises(Denied):
        reword_paragraph(actor=actor_of(meeting.rapporteur), **given)
    assert str(reword_paragraph(actor=actor_of(team), **given).content) == "مصحّح"
    with pytest.raises(DomainError, match="not_in_drafting"):
        add_paragraph(actor=actor_of(team), report=report, section="summary", content=words("More"))


def test_publishing_takes_the_rounds_last_step_too(meeting: Meeting) -> None:
    report = report_is_out(meeting)
    meeting.round.refresh_from_db()
    assert (report.state, meeting.round.state) == ("published", "published")


STATES = {"drafting": drafted, "read_back": report_read_back, "adopted": report_adopted}
PAIRS = [(state, verb) for state in STATES for verb in REPORT.verbs if verb != "publish"]


@pytest.mark.parametrize(("state", "verb"), PAIRS)
def test_every_pair_of_state_and_verb_is_done_or_refused(meeting: Meeting, state: str, verb: str) -> None:
    report = STATES[state](meeting)
    if state == "read_back" and verb == "adopt":
        with pytest.raises(DomainError, match="no_check"):
            adopt_report(actor=SYSTEM, report=report)
        ask(new_session(meeting), report)
    act = {"read_back": read_back_report, "take_back": take_back_report, "adopt": adopt_report}[verb]
    if REPORT.allows(state, verb):
        assert act(actor=SYSTEM, report=report).state == REPORT.step(state, verb).target
    else:
        with pytest.raises(DomainError, match="not_now"):
            act(actor=SYSTEM, report=report)
        assert anew(report).state == state


def test_the_record_is_read_in_a_fixed_number_of_queries(meeting: Meeting) -> None:
    with CaptureQueriesContext(connection) as few:
        record_of(meeting.round)
    adopted(meeting)
    Statement.objects.update(state="adopted")
    with CaptureQueriesContext(connection) as one:
        record_of(meeting.round)
    written(meeting)
    Statement.objects.update(state="adopted")
    with CaptureQueriesContext(connection) as two:
        record_of(meeting.round)
    assert len(few) <= len(one) == len(two) <= 18


def test_a_report_is_not_adopted_by_one_group_of_several(meeting: Meeting) -> None:
    add_group(actor=SYSTEM, round=meeting.round, name=words("Another group"))
    report = report_read_back(meeting)
    session = new_session(meeting, days=3)
    assert open_sessions_for(report) == []
    ask(session, report)
    with pytest.raises(DomainError, match=r"statements\.no_check"):
        adopt_report(actor=SYSTEM, report=report)
