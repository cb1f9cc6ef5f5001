"""Everything that may be found: each kind tells cheaply what is public now, and gives its words when asked."""

from typing import Final

from supportroom.search.sources.editions import PAPERS, REPORTS
from supportroom.search.sources.guide import BRIEFINGS, EVENTS, TERMS
from supportroom.search.sources.kinds import Leaf, Source
from supportroom.search.sources.pages import NEWS_OF_ALL, PAGES
from supportroom.search.sources.register import RECOMMENDATIONS
from supportroom.search.sources.room import QUESTIONS, STATEMENTS

SOURCES: Final = (
    RECOMMENDATIONS, REPORTS, PAPERS, STATEMENTS, PAGES, NEWS_OF_ALL, TERMS, EVENTS, BRIEFINGS, QUESTIONS,
)  # fmt: skip
__all__ = ["SOURCES", "Leaf", "Source"]
