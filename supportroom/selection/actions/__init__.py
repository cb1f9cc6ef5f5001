"""All that is done to lists, quotas and registrations; `oneself` is what everybody does for themselves."""

from supportroom.selection.actions.lists import (
    add_listing,
    add_listings,
    confirm_list,
    group_listing,
    group_listings,
    import_listings,
    remove_listing,
    remove_listings,
    reopen_list,
    set_places,
)
from supportroom.selection.actions.oneself import apply, come_back, leave_list, take_application_back
from supportroom.selection.actions.quotas import give_reason, set_quotas
from supportroom.selection.actions.registrations import amend_registration, open_registration

__all__ = [
    "add_listing",
    "add_listings",
    "amend_registration",
    "apply",
    "come_back",
    "confirm_list",
    "give_reason",
    "group_listing",
    "group_listings",
    "import_listings",
    "leave_list",
    "open_registration",
    "remove_listing",
    "remove_listings",
    "reopen_list",
    "set_places",
    "set_quotas",
    "take_application_back",
]
