"""The life of a term or of an actor's entry, as a table."""

from supportroom.glossary.vocabulary import DRAFT, RELEASED, RETIRED
from supportroom.kernel.lifecycle import Lifecycle, Step

TERM = Lifecycle(
    "term",
    DRAFT,
    Step("release", (DRAFT, RETIRED), RELEASED, "glossary.release_term"),
    Step("retire", (RELEASED,), RETIRED, "glossary.retire_term"),
)
BODY = Lifecycle(
    "actor",
    DRAFT,
    Step("release", (DRAFT, RETIRED), RELEASED, "glossary.release_body"),
    Step("retire", (RELEASED,), RETIRED, "glossary.retire_body"),
)
