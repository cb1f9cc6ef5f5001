"""All writes of the press pack."""

from supportroom.press.actions.contacts import add_contact, remove_contact
from supportroom.press.actions.packs import approve_summary, set_embargo, write_letter, write_summary
from supportroom.press.actions.quotations import clear_quotation, offer_quotation, take_back_quotation

__all__ = [
    "add_contact",
    "approve_summary",
    "clear_quotation",
    "offer_quotation",
    "remove_contact",
    "set_embargo",
    "take_back_quotation",
    "write_letter",
    "write_summary",
]
