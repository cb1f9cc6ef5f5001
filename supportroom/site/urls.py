"""Addresses of the public face."""

from django.urls import path

from supportroom.site.views import links, lists, papers, press, public, reports

app_name = "site"
REPORT, PAPER = "reports/<slug:slug>/", "papers/published/<slug:paper_slug>/"
EDITION, PAPER_EDITION = REPORT + "<int:number>/", PAPER + "<int:number>/"
ONE = "papers/<id:paper_id>/"
FILES = ("pdf", "docx", "bib", "ris", "json")
urlpatterns = [
    path("", public.home, name="home"),
    path("published/rounds/", lists.round_list_public, name="round_list_public"),
    path("published/rounds/<slug:slug>/", lists.round_show, name="round_show"),
    path("published/papers/", lists.paper_list_public, name="paper_list_public"),
    path("published/statements/", lists.statement_list_public, name="statement_list_public"),
    path("press/", press.press, name="press"),
    path("press/papers/<slug:paper_slug>/", press.press_paper, name="press_paper"),
    path("press/handed/<str:token>/", press.press_handed, name="press_handed"),
    path("press/handed/<str:token>/press.zip", press.press_pack, name="press_pack"),
    path(REPORT, public.edition, name="edition"),
    path(EDITION, public.edition, name="edition"),
    path(EDITION + "report.pdf", public.edition, {"file": "report.pdf"}, name="edition_pdf"),
    path(EDITION + "report.docx", public.edition, {"file": "report.docx"}, name="edition_docx"),
    path(PAPER, public.paper_edition, name="paper_edition"),
    path(PAPER_EDITION, public.paper_edition, name="paper_edition"),
    path(PAPER_EDITION + "comments/", public.paper_edition, {"file": "comments/"}, name="paper_comments"),
    path(PAPER_EDITION + "card.png", public.paper_edition, {"file": "card.png"}, name="paper_card"),
    *(
        path(f"{PAPER_EDITION}paper.{kind}", public.paper_edition, {"file": f"paper.{kind}"}, name=f"paper_{kind}")
        for kind in FILES
    ),
    path("rounds/<id:round_id>/report/publish/", reports.report_publish, name="report_publish"),
    path(ONE + "publish/", papers.paper_publish, name="paper_publish"),
    path(ONE + "press-links/", links.link_list, name="link_list"),
    path("press-links/<id:press_link_id>/withdraw/", links.link_withdraw, name="link_withdraw"),
    path(ONE + "preview/<slug:language>/", papers.paper_preview, name="paper_preview"),
    path(ONE + "correct/", papers.paper_correct, name="paper_correct"),
    path(ONE + "correct/<id:paragraph_id>/", papers.words_correct, name="words_correct"),
]
