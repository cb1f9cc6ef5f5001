"""Who may begin, write, translate and read a paper."""

from tests.permission_tables import Row

GROUP = "a working group in which the member and another member hold seats"
PAPER = "its paper while it is drafted"
COMMENTED = "its paper while it is in comment"
SEATS = "member shielded_member"

TABLE = (
    Row("papers.begin_paper", GROUP, SEATS),
    *(
        Row(f"papers.{verb}", PAPER, SEATS)
        for verb in (
            "write_paragraph",
            "split_paragraph",
            "shape_paragraph",
            "move_paragraph",
            "remove_paragraph",
            "restore_paragraph",
            "keep_version",
            "write_paper",
            "read_editors",
        )
    ),
    Row("papers.write_paper", COMMENTED, ""),
    *(
        Row(f"papers.{verb}", PAPER, f"team interpreter {SEATS}")
        for verb in (
            "name_paper",
            "import_text",
            "reword_paragraph",
            "take_up_paragraph",
            "let_go_paragraph",
            "read_draft",
        )
    ),
    Row("papers.end_editings", PAPER, ""),
    Row("papers.read_draft", COMMENTED, f"team interpreter {SEATS}"),
)
