"""Who prepares what the press is handed, and who reads how a paper came about."""

from tests.permission_tables import Row

PAPER = "the paper of a group in which the member holds a seat"
OWN, OTHERS = "a quotation of the member's own words", "a quotation of another member's words, in that paper's pack"
CONTACT = "a press contact"
READERS = "team office interpreter member shielded_member stranger rapporteur facilitator"

TABLE = (
    *(
        Row(f"press.{verb}", PAPER, "team member")
        for verb in ("read_pack", "write_summary", "offer_quotation", "export_pack")
    ),
    Row("press.approve_summary", PAPER, "member"),
    *(Row(f"press.{verb}", PAPER, "team") for verb in ("write_letter", "set_embargo", "ask_anybody")),
    Row("press.clear_quotation", OWN, "member"),
    Row("press.clear_quotation", OTHERS, "shielded_member"),
    Row("press.take_back_quotation", OWN, "team member"),
    Row("press.take_back_quotation", OTHERS, "team member shielded_member"),
    *(Row(f"press.{verb}", CONTACT, "team") for verb in ("add_contact", "remove_contact", "read_contacts")),
    Row("press.read_history", PAPER, READERS),
)
