"""Papers at the end of their way, their press packs, their editions: built by the product's own actions."""

from datetime import timedelta
from typing import Any

from supportroom.adoption.actions import ask_release, make_joint, say_no_reservations, send_to_office
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.library.actions import add_source
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.actions import approve_summary, offer_quotation, write_summary
from supportroom.press.approving import digest_of
from supportroom.press.models import PressPack, Quotation
from supportroom.press.queries import pack_of
from supportroom.site.actions import correct_paper, publish_paper
from supportroom.site.models import Edition
from supportroom.site.preparing import prepare_paper_edition
from tests.factories.adoption import close, decided, filed, freshly_adopted, joined
from tests.factories.checks import answered as answered_check
from tests.factories.comments import answered, closed, commented, opened
from tests.factories.groups import a_group_at_work, holders, seat_actor
from tests.factories.papers import a_paper, freshly, written
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words

SUMMARY = multilingual(
    "en",
    en="Associations wait for months for a licence. Three short steps would end that.",
    ar="تنتظر الجمعيات أشهراً للحصول على ترخيص. ثلاث خطوات قصيرة تنهي ذلك.",
)


def a_draft_with_sources(group: WorkingGroup, paragraphs: int = 4) -> Paper:
    """Write a paper of which one paragraph cites a source of the library."""
    paper = a_paper(group, paragraphs)
    source = add_source(
        actor=seat_actor(group),
        group=group,
        kind="report",
        title="Licences and delays",
        authors=[{"literal": "Observatory"}],
        issued=[2021],
    )
    written(paper, f"A study counted the days [@{source.key}].", f"أحصت دراسة الأيام [@{source.key}].")
    return freshly(paper)


def through_comments(paper: Paper, clock: Any, *by: Person) -> Paper:
    """Let people comment, and the group answer each comment."""
    window = opened(paper)
    made = [commented(window, person, f"Say it more plainly, number {n}.") for n, person in enumerate(by, start=1)]
    clock.move_to(window.closes_at)
    closed(window)
    for each in made:
        answered(each)
    return freshly(paper)


def adopted_with_dissent(paper: Paper, clock: Any, *opposed: Person, named: bool = False) -> Paper:
    """Let the members adopt it, against an opposing opinion that the first files and the others join."""
    adoption = freshly_adopted(make_joint(actor=seat_actor(paper.group), paper=paper))
    if opposed:
        opinion = filed(adoption, opposed[0], is_named=named)
        joined(opinion, *opposed[1:])
    answered_check(adoption.asked, against=list(opposed))
    adoption = decided(adoption, clock)
    clock.move_to(adoption.opinions_until)
    return freshly(adoption.paper)


def reviewed_and_released(paper: Paper, clock: Any, office: Person) -> Paper:
    """Let the office say that it has no reservations, and the members release the paper."""
    review = send_to_office(actor=seat_actor(paper.group), paper=paper, due_at=now() + timedelta(days=14))
    say_no_reservations(actor=actor_of(office), review=review)
    release = ask_release(actor=seat_actor(paper.group), paper=freshly(paper))
    answered_check(release.asked, for_=holders(paper.group))
    close(release.asked, clock)
    return freshly(paper)


def a_finished_paper(clock: Any, office: Person, *, opposed: int = 2, comments: int = 2, **details: Any) -> Paper:
    """Give a released paper that went the whole way: cited, commented on, answered, opposed, reviewed."""
    others = [make_person(f"Member Outside-Invented {number}", "member") for number in range(max(opposed, comments))]
    paper = a_draft_with_sources(a_group_at_work(), **details)
    paper = through_comments(paper, clock, *others[:comments])
    paper = adopted_with_dissent(paper, clock, *others[:opposed])
    return reviewed_and_released(paper, clock, office)


def summarised(paper: Paper, summary: MultilingualText = SUMMARY, approved_by: int = 2) -> PressPack:
    """Write the summary, and let so many seats approve it."""
    write_summary(actor=seat_actor(paper.group), paper=paper, summary=summary)
    for number in range(1, approved_by + 1):
        approve_summary(actor=seat_actor(paper.group, number), paper=paper, digest=digest_of(summary))
    return pack_of(paper)


def offered(paper: Paper, person: Person, text: str = "We waited for a year.", actor: Actor = SYSTEM) -> Quotation:
    """Offer somebody a quotation; by the group's first seat unless said otherwise."""
    actor = seat_actor(paper.group) if actor is SYSTEM else actor
    return offer_quotation(actor=actor, paper=paper, person=person, text=words(text))


def published_paper(paper: Paper, team: Person, languages: tuple[str, ...] = ("ar", "en")) -> Edition:
    """Publish a released paper."""
    prepared = prepare_paper_edition(paper, list(languages), MultilingualText())
    return publish_paper(actor=actor_of(team), paper=paper, prepared=prepared)


def corrected(paper: Paper, team: Person, note: MultilingualText, languages: tuple[str, ...] = ("ar", "en")) -> Edition:
    """Publish a correction."""
    paper = freshly(paper)
    prepared = prepare_paper_edition(paper, list(languages), note)
    return correct_paper(actor=actor_of(team), paper=paper, prepared=prepared, note=note)
