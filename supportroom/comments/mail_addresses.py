"""Whose address for mailed comments it is: for who sends the announcement, and for the member's own page."""

from supportroom.comments.models import CommentWindow, MailAddress
from supportroom.comments.reply_address import address_with_code, takes_mail
from supportroom.people.models import Person


def address_for(person: Person | int | None, comment_window: CommentWindow) -> str:
    """Give the address to which this person mails comments in this window; nothing where there is none.

    Addresses are made when a window is announced and once more when it is reminded of.
    """
    if not takes_mail() or person is None:
        return ""
    person_id = person.pk if isinstance(person, Person) else person
    found = MailAddress.objects.filter(window=comment_window, person=person_id).first()
    return address_with_code(found.code) if found else ""
