"""What can be done to the register."""

from supportroom.register.actions.addressees import (
    add_addressee,
    amend_addressee,
    dismiss_representative,
    name_representative,
    remove_addressee,
)
from supportroom.register.actions.amending import (
    address_recommendations,
    amend_recommendation,
    reword_recommendation,
)
from supportroom.register.actions.demands import amend_demand, bring_together, take_out_of_demand
from supportroom.register.actions.documents import add_document, amend_document
from supportroom.register.actions.recording import (
    record_recommendations,
    release_recommendations,
    set_aside,
    take_back,
)
from supportroom.register.actions.themes import add_theme, amend_theme, remove_theme

__all__ = [
    "add_addressee",
    "add_document",
    "add_theme",
    "address_recommendations",
    "amend_addressee",
    "amend_demand",
    "amend_document",
    "amend_recommendation",
    "amend_theme",
    "bring_together",
    "dismiss_representative",
    "name_representative",
    "record_recommendations",
    "release_recommendations",
    "remove_addressee",
    "remove_theme",
    "reword_recommendation",
    "set_aside",
    "take_back",
    "take_out_of_demand",
]
