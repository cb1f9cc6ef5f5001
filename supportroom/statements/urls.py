"""Addresses of statements and of a round's report."""

from django.urls import path

from supportroom.statements.views import delivery, items, reports, statements

app_name = "statements"
ONE, ITEM = "statements/<id:statement_id>/", "statements/<id:statement_id>/items/<id:paragraph_id>/"
REPORT, PARAGRAPH = "rounds/<id:round_id>/report/", "rounds/<id:round_id>/report/paragraphs/<id:paragraph_id>/"
urlpatterns = [
    path("rounds/<id:round_id>/statements/", statements.statement_list, name="statement_list"),
    path("rounds/<id:round_id>/statements/new/", statements.statement_start, name="statement_start"),
    path(ONE, statements.statement_detail, name="statement_detail"),
    path(ONE + "name/", statements.statement_name, name="statement_name"),
    path(ONE + "step/<slug:verb>/", statements.statement_step, name="statement_step"),
    path(ONE + "ask/<id:session_id>/", statements.statement_ask, name="statement_ask"),
    path(ONE + "pick/", items.item_pick, name="item_pick"),
    path(ONE + "words/", items.words_add, name="words_add"),
    path(ITEM, items.item_edit, name="item_edit"),
    path(ITEM + "sources/", items.item_sources, name="item_sources"),
    path(ITEM + "move/<slug:way>/", items.item_move, name="item_move"),
    path(ITEM + "remove/", items.item_remove, name="item_remove"),
    path(ITEM + "restore/", items.item_restore, name="item_restore"),
    path(ITEM + "history/", items.item_history, name="item_history"),
    path(ONE + "spokespersons/", delivery.spokesperson_add, name="spokesperson_add"),
    path(ONE + "spokespersons/<id:spokesperson_id>/remove/", delivery.spokesperson_remove, name="spokesperson_remove"),
    path(ONE + "consent/<slug:verb>/", delivery.consent_change, name="consent_change"),
    path(ONE + "deliver/", delivery.statement_deliver, name="statement_deliver"),
    path(ONE + "replies/new/", delivery.reply_add, name="reply_add"),
    path(ONE + "replies/<id:reply_id>/", delivery.reply_edit, name="reply_edit"),
    path(REPORT, reports.report_detail, name="report_detail"),
    path(REPORT + "draft/", reports.report_draft, name="report_draft"),
    path(REPORT + "step/<slug:verb>/", reports.report_step, name="report_step"),
    path(REPORT + "ask/<id:session_id>/", reports.report_ask, name="report_ask"),
    path(REPORT + "preview/<slug:language>/", reports.report_preview, name="report_preview"),
    path(REPORT + "parts/<slug:section>/add/", reports.paragraph_add, name="paragraph_add"),
    path(REPORT + "parts/<slug:section>/anew/", reports.section_anew, name="section_anew"),
    path(PARAGRAPH, reports.paragraph_edit, name="paragraph_edit"),
    path(PARAGRAPH + "move/<slug:way>/", reports.paragraph_move, name="paragraph_move"),
    path(PARAGRAPH + "remove/", reports.paragraph_remove, name="paragraph_remove"),
    path(PARAGRAPH + "restore/", reports.paragraph_restore, name="paragraph_restore"),
    path(PARAGRAPH + "history/", reports.paragraph_history, name="paragraph_history"),
]
