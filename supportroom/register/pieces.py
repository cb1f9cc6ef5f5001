"""What of an adopted text can be recorded: its paragraphs under their headings, and a report's agreed points."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.papers.versions import draft_view
from supportroom.points.models import Point
from supportroom.points.vocabulary import AGREED
from supportroom.register.models import Recommendation
from supportroom.rounds.queries import pillars_of
from supportroom.statements.models import Report, Statement
from supportroom.statements.queries import items_of, numbered, report_paragraphs
from supportroom.statements.vocabulary import WRITTEN_SECTIONS
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import HEADING

Adopted = Statement | Report | Paper


@dataclass(frozen=True)
class Piece:
    """A paragraph or point that can be chosen: its words, its number in the text, under what it stands.

    `recorded`: the recommendation that was recorded out of it, if one was.
    """

    key: str
    text: MultilingualText
    number: str = ""
    heading: MultilingualText = MultilingualText()  # noqa: RUF009 - frozen, without parts that change
    pillar_id: int | None = None
    paragraph: Paragraph | None = None
    point: Point | None = None
    recorded: Recommendation | None = None


@dataclass(frozen=True)
class Part:
    """Pieces of a text under one title: of the room's words, or the interface's."""

    title: MultilingualText | str
    pieces: tuple[Piece, ...]


def parts_of(source: Adopted) -> list[Part]:
    """Give what can be chosen in a text, in its order, each piece with what was recorded out of it; a fixed number of
    queries.
    """
    parts = _written(source)
    known = _recorded({piece.key: piece for part in parts for piece in part.pieces})
    return [
        Part(part.title, tuple(replace(piece, recorded=known.get(piece.key)) for piece in part.pieces))
        for part in parts
        if part.pieces
    ]


def _written(source: Adopted) -> list[Part]:
    if isinstance(source, Statement):
        return _by_heading(_of_statement(source))
    if isinstance(source, Report):
        return _of_report(source)
    return _by_heading(_of_paper(source))


def _of_statement(statement: Statement) -> Iterable[tuple[str, Piece]]:
    for number, paragraph in numbered(items_of(statement)):
        rests_on = paragraph.sources.all()
        pillar_id = rests_on[0].point.pillar_id if rests_on else None
        yield paragraph.kind, _piece(paragraph, number, pillar_id)


def _of_paper(paper: Paper) -> Iterable[tuple[str, Piece]]:
    paragraphs = Paragraph.objects.in_bulk([shown.paragraph_id for shown in draft_view(paper).shown])
    for shown in draft_view(paper).shown:
        number = str(shown.number) if shown.number else ""
        yield shown.kind, _piece(paragraphs[shown.paragraph_id], number)


def _of_report(report: Report) -> list[Part]:
    points = Point.objects.filter(round=report.round_id, state=AGREED).order_by("position", "pk")
    by_pillar: dict[int, list[Piece]] = {}
    for point in points:
        piece = Piece(f"q{point.pk}", point.content, str(point.number or ""), pillar_id=point.pillar_id, point=point)
        by_pillar.setdefault(point.pillar_id, []).append(piece)
    agreed = [
        Part(pillar.name, tuple(replace(piece, heading=pillar.name) for piece in by_pillar.get(pillar.pk, ())))
        for pillar in pillars_of(report.round)
    ]
    paragraphs = report_paragraphs(report)
    written = [
        Part(str(name), tuple(_piece(each) for each in paragraphs if each.section == section and each.kind != HEADING))
        for section, name in WRITTEN_SECTIONS.items()
    ]
    return agreed + written


def _piece(paragraph: Paragraph, number: str = "", pillar_id: int | None = None) -> Piece:
    return Piece(f"p{paragraph.pk}", paragraph.content, number, pillar_id=pillar_id, paragraph=paragraph)


def _by_heading(rows: Iterable[tuple[str, Piece]]) -> list[Part]:
    heading = MultilingualText()
    parts: list[tuple[MultilingualText, list[Piece]]] = [(heading, [])]
    for kind, piece in rows:
        if kind == HEADING:
            heading = piece.text
            parts.append((heading, []))
        else:
            parts[-1][1].append(replace(piece, heading=heading))
    return [Part(title or "", tuple(pieces)) for title, pieces in parts]


def _recorded(pieces: dict[str, Piece]) -> dict[str, Recommendation]:
    rows = Recommendation.objects.filter(set_aside=False)
    paragraphs = rows.filter(paragraph__in=[piece.paragraph for piece in pieces.values() if piece.paragraph])
    points = rows.filter(point__in=[piece.point for piece in pieces.values() if piece.point])
    return {f"p{row.paragraph_id}": row for row in paragraphs} | {f"q{row.point_id}": row for row in points}
