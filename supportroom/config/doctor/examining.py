"""All looks, in the order in which they are told."""

import logging
from typing import Final

from django.db import DatabaseError

from supportroom.config.doctor import choices, databases, keeping, places, times, work
from supportroom.config.doctor.findings import Finding, Look, unsafe

log = logging.getLogger(__name__)
ALONE: Final[dict[str, Look]] = {
    "checks": choices.passes_the_checks,
    "secret key": choices.has_a_long_secret_key,
    "keys of fields": choices.has_keys_of_fields,
    "inspection": choices.is_not_under_inspection,
    "mode": choices.is_a_production_room,
    "address": choices.is_addressed,
    "mail": choices.is_told_of_mail,
    "packages": choices.has_what_was_locked,
    "user": places.runs_as_nobody_special,
    "disk": places.has_space,
    "permissions": places.is_closed_to_others,
    "swap": places.keeps_no_swap_in_the_open,
    "time zones": times.knows_the_zones,
    "scanner": work.scanner_answers,
    "periodic work": work.periodic_work_runs,
    "backup": keeping.is_backed_up,
}
WITH_TABLES: Final[dict[str, Look]] = {
    "durability": databases.keeps_what_it_acknowledged,
    "clocks": databases.clocks_agree,
    "clock": times.clock_is_set,
    "closed sessions": places.keys_of_closed_sessions_are_gone,
    "outbox": work.nothing_is_stuck,
    "sealed fields": keeping.what_is_sealed_can_be_opened,
    "retention": keeping.what_is_over_is_forgotten,
}


def examine(*, with_mail: bool = False) -> dict[str, list[Finding]]:
    """Look at everything; give what each look found, in order. The mail server is spoken to only if asked."""
    looks = ALONE | ({"mail server": work.mail_server_answers} if with_mail else {})
    found = {name: _seen(look) for name, look in looks.items()}
    found["database"] = _seen(databases.is_reached)
    if not found["database"]:
        found["migrations"] = _seen(databases.is_migrated)
    if not any(finding.is_unsafe for finding in [*found["database"], *found.get("migrations", [])]):
        found |= {name: _seen(look) for name, look in WITH_TABLES.items()}
    return found


def _seen(look: Look) -> list[Finding]:
    try:
        return list(look())
    except DatabaseError as error:
        return [unsafe(f"The database does not answer ({type(error).__name__}).", "Start it; compare DATABASE_URL.")]
    except OSError as error:
        return [unsafe(f"Something could not be looked at: {error.strerror} ({error.filename}).", "Give us the right.")]
