"""The lives of a statement and of a report, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.statements.vocabulary import ADOPTED, DELIVERED, DRAFTING, PUBLISHED, READ_BACK

STATEMENT = Lifecycle(
    "statement",
    DRAFTING,
    Step("read_back", (DRAFTING,), READ_BACK, "statements.read_back_statement"),
    Step("take_back", (READ_BACK,), DRAFTING, "statements.take_back_statement"),
    Step("adopt", (READ_BACK,), ADOPTED, "statements.adopt_statement"),
    Step("deliver", (ADOPTED,), DELIVERED, "statements.deliver_statement"),
)
REPORT = Lifecycle(
    "report",
    DRAFTING,
    Step("read_back", (DRAFTING,), READ_BACK, "statements.read_back_report"),
    Step("take_back", (READ_BACK,), DRAFTING, "statements.take_back_report"),
    Step("adopt", (READ_BACK,), ADOPTED, "statements.adopt_report"),
    Step("publish", (ADOPTED,), PUBLISHED, "site.publish_report"),
)
