"""Who puts a paper before the members, opposes it, reviews it, answers.

The group asks and answers; members file and join opposing opinions, each their own; the office says what it has to say.
Nobody's word but the members' ends a step: the system settles what the members' check said.
"""

from supportroom.adoption.models import Adoption, OfficeNote, OpposingOpinion, Release, ReleasedWords, Review
from supportroom.adoption.vocabulary import GROUP
from supportroom.adoption.vocabulary import OFFICE as OFFICE_SIDE
from supportroom.groups.rules import holds_seat, works_in
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ADOPTED, OFFICE_READS
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM


@permission("adoption.make_joint")
def is_of_group(actor: Actor, thing: Paper) -> bool:
    """Who holds a seat of the paper's group, while it is at work."""
    return works_in(actor, thing.group)


@permission("adoption.ask_release")
def may_ask_release(actor: Actor, thing: Paper) -> bool:
    """Who holds a seat, also of a group that was closed; and the team: what the members adopted is put to them at last,
    whoever is left in the group.
    """
    return actor.holds(TEAM) or holds_seat(actor, thing.group)


@permission("adoption.send_to_office")
def may_send(actor: Actor, thing: Paper) -> bool:
    """The group, and the team, which speaks with the office."""
    return actor.holds(TEAM) or holds_seat(actor, thing.group)


@permission("adoption.settle_adoption")
@permission("adoption.settle_release")
@permission("adoption.let_date_pass")
@permission("adoption.keep_the_count")
def is_system(actor: Actor, thing: Adoption | Release | Review | Paper) -> bool:
    """Nobody: the members' check, the date and the publication settle it."""
    return actor.holds("system")


@permission("adoption.file_opinion")
def may_file(actor: Actor, thing: Adoption) -> bool:
    """Any member: nobody knows who answered what, so nobody has to prove that they answered against."""
    return actor.holds(MEMBER) and actor.is_known


@permission("adoption.join_opinion")
@permission("adoption.leave_opinion")
def may_join(actor: Actor, thing: OpposingOpinion) -> bool:
    """Any member, each for themselves."""
    return actor.holds(MEMBER) and actor.is_known


@permission("adoption.be_named")
def stands_behind(actor: Actor, thing: OpposingOpinion) -> bool:
    """Who stands behind it, each for themselves."""
    return actor.is_known and thing.joiners.filter(person=actor.person_id).exists()


@permission("adoption.amend_opinion")
@permission("adoption.withdraw_opinion")
def is_own(actor: Actor, thing: OpposingOpinion) -> bool:
    """Who filed it, nobody else: not the group, not the majority, not the team."""
    return actor.person_id is not None and actor.person_id == thing.filed_by_id


@permission("adoption.translate_opinion")
def may_translate(actor: Actor, thing: OpposingOpinion) -> bool:
    """Interpreters, and who filed it, who alone says that a translation holds."""
    return actor.holds(INTERPRETER) or is_own(actor, thing)


@permission("adoption.give_note")
@permission("adoption.say_no_reservations")
@permission("adoption.finish_notes")
def is_office(actor: Actor, thing: Review) -> bool:
    """The Envoy's office."""
    return actor.holds(OFFICE)


@permission("adoption.answer_note")
@permission("adoption.reword_for_note")
def may_answer(actor: Actor, thing: OfficeNote) -> bool:
    """The group."""
    return holds_seat(actor, thing.review.paper.group)


def translates_in(actor: Actor, note: OfficeNote) -> frozenset[str]:
    """Give what somebody may translate of a note: interpreters all, the office its own words, the group its answer."""
    own = {"text", "reason", "change"} if actor.holds(INTERPRETER) else set()
    own |= {"text"} if actor.holds(OFFICE) else set()
    own |= {"reason", "change"} if may_answer(actor, note) else set()
    return frozenset(own)


@permission("adoption.translate_note")
def may_translate_note(actor: Actor, thing: OfficeNote) -> bool:
    """Who may translate anything of it."""
    return bool(translates_in(actor, thing))


def side_of(actor: Actor, review: Review) -> str:
    """Give the side for which somebody speaks about a review, or nothing; who holds a seat speaks for the group."""
    if holds_seat(actor, review.paper.group):
        return GROUP
    return OFFICE_SIDE if actor.holds(OFFICE) else ""


@permission("adoption.propose_words")
def may_propose_words(actor: Actor, thing: Review) -> bool:
    """Either side."""
    return bool(side_of(actor, thing))


@permission("adoption.agree_words")
def may_agree_words(actor: Actor, thing: ReleasedWords) -> bool:
    """The side whose words they are not."""
    return side_of(actor, thing.review) not in ("", thing.proposed_by)


@permission("adoption.read_words")
def may_read_words(actor: Actor, thing: Review) -> bool:
    """Both sides, the team and interpreters, before both agreed; everybody afterwards."""
    return actor.holds(TEAM, INTERPRETER, OFFICE) or holds_seat(actor, thing.paper.group)


@permission("adoption.read_adoption")
def reads_adoption(actor: Actor, thing: Paper) -> bool:
    """The group, the team and interpreters; members once a version was put before them, the office once it was sent."""
    if actor.holds(TEAM, INTERPRETER, "system") or holds_seat(actor, thing.group):
        return True
    if actor.holds(MEMBER) and Adoption.objects.filter(paper=thing).exists():
        return True
    return actor.holds(OFFICE) and thing.state in OFFICE_READS


@permission("adoption.read_review")
def reads_review(actor: Actor, thing: Paper) -> bool:
    """Everybody who reads of the adoption, once the paper was sent to the office, or can be."""
    return thing.state in (ADOPTED, *OFFICE_READS) and reads_adoption(actor, thing)
