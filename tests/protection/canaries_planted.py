"""Where the marks of the canary crawl get in: every word that somebody hands to an action, by its name and argument.

While the demo room is built, the one door of all actions (journal/door.py) puts a mark of its own behind each name and
each text: no two are alike, so that whoever finds one knows whose word it is and what kind. Nothing is put into rows
afterwards: a mark goes where the product takes it. What is here called a kind is a row of canaries_allowed.py.
"""

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final
from unittest import mock

from supportroom.journal import door
from supportroom.kernel.multilingual import MultilingualText, multilingual

MARK: Final = re.compile(rb"zq\d+qz")
IN_A_STRING: Final = re.compile(r"zq\d+qz")
Words = str | MultilingualText

# action, then its argument and the way within it: [] through a list, {} through the values of a mapping, .name a field
PLANTED: Final[dict[str, tuple[str, ...]]] = {
    "name": ("people.add_person:name",),
    "organisation": ("people.add_person:organisation",),
    "network": ("people.set_profile:network",),
    "where somebody lives, as a participant": ("rounds.add_participant:residence",),
    "name of a substitute": ("invitations.propose_substitute:name",),
    "way to a substitute": ("invitations.propose_substitute:contact",),
    "what is needed to come": ("invitations.accept:support[][]",),
    "answer to a need": ("invitations.settle_request:answer",),
    "why somebody declines": ("invitations.decline:reason",),
    "why some decline together": ("invitations.begin_joint_decline:text",),
    "organisation that declines": (
        "invitations.begin_joint_decline:organisation",
        "invitations.join_decline:organisation",
    ),
    "question to the team": ("invitations.ask_question:text",),
    "answer of the team": ("invitations.answer_question:answer",),
    "letter of invitation": ("invitations.write_letter:text",),
    "why somebody applies": ("selection.apply:text",),
    "why a quota is missed": ("selection.give_reason:reason",),
    "topic proposed": ("topics.propose_topic:title", "topics.propose_topic:why", "topics.propose_topic:questions"),
    "remark on a topic": ("topics.remark:text",),
    "point for a topic": ("topics.contribute_point:text",),
    "what a contact knows": ("topics.name_contact:competence",),
    "why a topic is not taken up": (
        "topics.defer_topic:reason",
        "topics.merge_topic:reason",
        "topics.settle_point:reason",
    ),
    "title of a session": ("rounds.add_session:title",),
    "place of a session": ("rounds.add_session:place",),
    "purpose of a round": ("rounds.create_round:purpose",),
    "note on a programme": ("programme.publish_programme:note",),
    "point": ("points.raise_point:text", "points.translate_point:text"),
    "reason in a check": ("points.take_positions:answers[].reason",),
    "word on what stays open": ("points.confirm_outcome:word",),
    "item of a statement": ("statements.reword_item:wordings{}",),
    "reply in a session": ("statements.record_reply:content",),
    "call for a group": ("groups.call_group:title", "groups.call_group:task"),
    "works of a candidate": ("groups.stand:works",),
    "words of a candidate": ("groups.stand:statement",),
    "interests of a candidate": ("groups.stand:conflict",),
    "why somebody is appointed": ("groups.appoint:choices[].reason",),
    "note on a source": ("library.add_note:text",),
    "thread": ("workroom.open_thread:title",),
    "post": ("workroom.write_post:text",),
    "task": ("workroom.add_task:title",),
    "meeting of a group": ("workroom.propose_meeting:title", "workroom.propose_meeting:agenda"),
    "minutes": ("workroom.write_minutes:minutes",),
    "paragraph of a paper": ("papers.write_paragraph:content", "papers.reword_paragraph:wordings{}"),
    "name of a draft": ("papers.keep_version:name",),
    "comment": ("comments.comment:text", "comments.comment:proposed"),
    "comment by mail": ("comments.receive_mail:text",),
    "why somebody insists": ("comments.insist:reason",),
    "answer to a comment": ("comments.answer_comments:reason", "comments.answer_comments:change"),
    "opposing opinion": ("adoption.file_opinion:title", "adoption.file_opinion:text"),
    "note of the office": ("adoption.give_note:text",),
    "answer to the office": ("adoption.answer_note:reason",),
    "words for the release": ("adoption.propose_words:text",),
    "quotation offered": ("press.offer_quotation:text",),
    "letter to the press": ("press.write_letter:letter",),
    "name of a journalist": ("press.add_contact:name",),
    "newspaper": ("press.add_contact:outlet", "site.make_press_link:handed_to"),
    "letter to an addressee": ("answers.write_letter:words",),
    "who carries a delivery": ("answers.deliver:carried_by",),
    "why one is to be locked": ("safety.ask_approval:note",),
    "report of an incident": ("safety.report_incident:words",),
    "note on an incident": ("safety.take_incident:note",),
}
KIND_OF: Final = {place: kind for kind, places in PLANTED.items() for place in places}
# What the demo room's people leave out and may say: it is said for them, so that there is something to find.
ADDED: Final[dict[str, dict[str, Words]]] = {
    "people.set_profile": {"network": "A network"},
    "selection.apply": {"text": multilingual("en", en="I would come.")},
}


@dataclass
class Planted:
    """A mark: what kind of word it stands behind, and who handed it in (None: the room itself)."""

    kind: str
    by: int | None


@dataclass
class Book:
    """All marks that were planted."""

    marks: dict[str, Planted] = field(default_factory=dict)

    def new(self, kind: str, by: int | None) -> str:
        """Give a mark that nobody has."""
        mark = f"zq{len(self.marks) + 1001}qz"
        self.marks[mark] = Planted(kind, by)
        return mark

    def of(self, kind: str) -> list[str]:
        """Give the marks of a kind."""
        return [mark for mark, planted in self.marks.items() if planted.kind == kind]

    def marked(self, value: Any, place: str, by: int | None) -> Any:
        """Give a value with marks behind its words, as far as the table names them."""
        if isinstance(value, Words):
            return self._words(value, KIND_OF[place], by) if place in KIND_OF else value
        if isinstance(value, list | tuple):
            return type(value)(self.marked(one, f"{place}[]", by) for one in value)
        if isinstance(value, dict):
            return {key: self.marked(one, f"{place}{{}}", by) for key, one in value.items()}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            inside = [each.name for each in dataclasses.fields(value) if f"{place}.{each.name}" in KIND_OF]
            new = {name: self.marked(getattr(value, name), f"{place}.{name}", by) for name in inside}
            return dataclasses.replace(value, **new) if new else value
        return value

    def _words(self, words: Words, kind: str, by: int | None) -> Words:
        if isinstance(words, MultilingualText):
            if not words or any(IN_A_STRING.search(text) for text in words.texts.values()):
                return words
            mark = self.new(kind, by)
            return dataclasses.replace(words, texts={code: f"{text} {mark}" for code, text in words.texts.items()})
        is_a_code = kind.startswith("what is needed") and words.isascii() and " " not in words
        if not words or is_a_code or IN_A_STRING.search(words):
            return words
        return f"{words} {self.new(kind, by)}"


@contextmanager
def planting() -> Iterator[Book]:
    """Put a mark behind every word that is handed to an action meanwhile."""
    book, receive = Book(), door._receipt_for

    def receiving(name: str, given: dict[str, Any]) -> Any:
        for argument, words in ADDED.get(name, {}).items():
            given[argument] = given.get(argument) or words
        for argument, value in given.items():
            if argument != "actor":
                given[argument] = book.marked(value, f"{name}:{argument}", given["actor"].person_id)
        return receive(name, given)

    with mock.patch.object(door, "_receipt_for", receiving):
        yield book
