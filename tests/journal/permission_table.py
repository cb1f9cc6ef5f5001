"""Nobody does anything to the journal; the clock seals and forgets."""

from tests.permission_tables import Row

JOURNAL = "the journal"
TABLE = tuple(Row(f"journal.{verb}", JOURNAL) for verb in ("seal_unnamed", "forget_actors"))
