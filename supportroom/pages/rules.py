"""Who may write and publish pages: the team all of them, the office news of its own; interpreters translate."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.pages.models import Page
from supportroom.pages.vocabulary import NEWS, OF_OFFICE
from supportroom.people.vocabulary import INTERPRETER, OFFICE, TEAM


@permission("pages.read_pages")
def works_on_pages(actor: Actor, thing: Any) -> bool:
    """Who writes pages, and who translates them."""
    return actor.holds(TEAM, OFFICE, INTERPRETER)


@permission("pages.write_page")
def may_begin(actor: Actor, thing: str) -> bool:
    """In the room's voice the team, in the office's the office and the team; `thing` is the voice."""
    return actor.holds(TEAM) or (actor.holds(OFFICE) and thing == OF_OFFICE)


@permission("pages.amend_page")
@permission("pages.write_paragraphs")
@permission("pages.move_paragraph")
@permission("pages.remove_paragraph")
@permission("pages.place_image")
@permission("pages.remove_image")
@permission("pages.schedule_page")
@permission("pages.publish_page")
@permission("pages.correct_page")
@permission("pages.take_down_page")
@permission("pages.trash_page")
@permission("pages.restore_page")
def writes_it(actor: Actor, thing: Page) -> bool:
    """The team; the office where it is its own news."""
    return actor.holds(TEAM) or (actor.holds(OFFICE) and thing.kind == NEWS and thing.voice == OF_OFFICE)


@permission("pages.unschedule_page")
def may_unschedule(actor: Actor, thing: Page) -> bool:
    """Who may schedule; and the clock, where a page lost its words before its moment came."""
    return actor.holds("system") or writes_it(actor, thing)


@permission("pages.name_page")
@permission("pages.reword_paragraph")
@permission("pages.describe_image")
def words_it(actor: Actor, thing: Page) -> bool:
    """Who writes it, and interpreters, who leave the original as it is."""
    return actor.holds(INTERPRETER) or writes_it(actor, thing)
