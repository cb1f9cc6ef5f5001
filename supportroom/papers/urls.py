"""Addresses of papers."""

from django.urls import path

from supportroom.papers.views import importing, papers, paragraphs, steps, taking, versions

app_name = "papers"
ONE = "papers/<id:paper_id>/"
PARAGRAPH = ONE + "paragraphs/<id:paragraph_id>/"
urlpatterns = [
    path("groups/<id:working_group_id>/paper/", papers.group_paper, name="group_paper"),
    path(ONE, papers.paper_detail, name="paper_detail"),
    path(ONE + "name/", papers.paper_name, name="paper_name"),
    path(ONE + "working/", papers.paper_working, name="paper_working"),
    path(ONE + "take-up/", steps.take_up, name="take_up"),
    path(ONE + "paragraphs/new/", paragraphs.paragraph_add, name="paragraph_add"),
    path(PARAGRAPH, paragraphs.paragraph_detail, name="paragraph_detail"),
    path(PARAGRAPH + "edit/", paragraphs.paragraph_edit, name="paragraph_edit"),
    path(PARAGRAPH + "stay/", steps.paragraph_stay, name="paragraph_stay"),
    path(PARAGRAPH + "let-go/", steps.paragraph_let_go, name="paragraph_let_go"),
    path(PARAGRAPH + "split/", paragraphs.paragraph_split, name="paragraph_split"),
    path(PARAGRAPH + "move/", paragraphs.paragraph_move, name="paragraph_move"),
    path(PARAGRAPH + "move/<slug:way>/", steps.paragraph_shift, name="paragraph_shift"),
    path(PARAGRAPH + "shape/", paragraphs.paragraph_shape, name="paragraph_shape"),
    path(PARAGRAPH + "remove/", steps.paragraph_remove, name="paragraph_remove"),
    path(PARAGRAPH + "restore/", steps.paragraph_restore, name="paragraph_restore"),
    path(ONE + "versions/", versions.versions, name="versions"),
    path(ONE + "versions/<id:paper_version_id>/", versions.version_detail, name="version_detail"),
    path(ONE + "differences/", versions.differences, name="differences"),
    path(ONE + "import/", importing.text_import, name="text_import"),
    path(ONE + "as/<slug:kind>/<slug:language>/", taking.paper_taken, name="paper_taken"),
]
