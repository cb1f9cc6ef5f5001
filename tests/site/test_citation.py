"""A paper as reference managers read it: nothing that is typed breaks a record."""

import json
from dataclasses import replace
from datetime import date

import bibtexparser
import rispy

from supportroom.site.citation import Citation

PLAIN = Citation(
    key="2022-03-abcde",
    title="Room to associate",
    authors=("Working group “Civic space”",),
    publisher="The trial room",
    day=date(2022, 3, 4),
    language="en",
    address="https://room.example/en/papers/published/2022-03-abcde/1/",
    files="https://room.example/en/papers/published/2022-03-abcde/1/",
    edition=1,
)
ODD = replace(PLAIN, title="50 % of {all} & _some_\n\\x #1", authors=("Amal Warda", "ليلى"))


def test_a_library_reads_the_bibtex_entry() -> None:
    for citation in (PLAIN, ODD):
        library = bibtexparser.parse_string(citation.bibtex())
        assert library.failed_blocks == []
        assert library.entries[0].fields_dict["year"].value == "2022"


def test_a_library_reads_the_ris_record() -> None:
    (record,) = rispy.loads(ODD.ris())
    assert record["type_of_reference"] == "RPRT"
    assert record["authors"] == ["Amal Warda", "ليلى"]
    assert record["title"] == "50 % of {all} & _some_ \\x #1"


def test_the_csl_record_is_json_with_its_day() -> None:
    (item,) = json.loads(ODD.csl())
    assert item["issued"] == {"date-parts": [[2022, 3, 4]]}
    assert item["author"] == [{"literal": "Amal Warda"}, {"literal": "ليلى"}]


def test_the_page_names_title_day_and_pdf() -> None:
    tags = dict(PLAIN.meta())
    assert tags["citation_publication_date"] == "2022/03/04"
    assert tags["citation_pdf_url"].endswith("/1/paper.pdf")
