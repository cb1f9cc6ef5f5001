"""The list of press contacts."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, erase
from supportroom.kernel.actors import Actor
from supportroom.press.models import PressContact


@action("press.add_contact", on="outlet")
def add_contact(*, actor: Actor, name: str, outlet: str, address: str = "", language: str = "en") -> PressContact:
    """Add somebody to the list of press contacts."""
    contact = create(PressContact, name=name, outlet=outlet, address=address, language=language)
    record(contact, actor=actor)
    return contact


@action("press.remove_contact", on="contact")
def remove_contact(*, actor: Actor, contact: PressContact) -> None:
    """Take somebody off the list: nothing of them is kept."""
    record(contact, actor=actor)
    erase(contact)
