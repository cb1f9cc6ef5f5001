"""All that the interface offers, in the order in which it is described."""

from typing import Final

from supportroom.outlets.interface.face import EVENTS, NEWS_OF_ALL, PAGES, PAPERS, REPORTS
from supportroom.outlets.interface.guide import ACTORS, BRIEFINGS, TERMS
from supportroom.outlets.interface.register import ADDRESSEES, DEMANDS, RECOMMENDATIONS
from supportroom.outlets.interface.resources import Resource
from supportroom.outlets.interface.spoken import DELIVERIES, QUESTIONS, STATEMENTS

RESOURCES: Final[dict[str, Resource]] = {
    one.name: one
    for one in (
        RECOMMENDATIONS, DEMANDS, ADDRESSEES, DELIVERIES, BRIEFINGS, REPORTS, STATEMENTS, PAPERS, QUESTIONS,
        NEWS_OF_ALL, PAGES, EVENTS, TERMS, ACTORS,
    )
}  # fmt: skip
