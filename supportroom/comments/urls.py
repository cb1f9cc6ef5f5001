"""Addresses of comments."""

from django.urls import path

from supportroom.comments.views import answering, files, mailed, reading, table, windows, writing

app_name = "comments"
urlpatterns = [
    path("groups/<id:working_group_id>/comments/", reading.group_comments, name="group_comments"),
    path("papers/<id:paper_id>/comments/", reading.comment_list, name="comment_list"),
    path("papers/<id:paper_id>/comments/window/", windows.window_add, name="window_add"),
    path("papers/<id:paper_id>/comments/new/", writing.comment_add, name="comment_add"),
    path("papers/<id:paper_id>/comments/table/", table.table, name="table"),
    path("papers/<id:paper_id>/comments/table.<str:kind>", table.table_file, name="table_file"),
    path("papers/<id:paper_id>/comments/text.docx", table.version_file, name="version_file"),
    path("papers/<id:paper_id>/comments/file/", files.file_import, name="file_import"),
    path("papers/<id:paper_id>/comments/answering/", answering.answering, name="answering"),
    path("papers/<id:paper_id>/comments/answer/", answering.answer_add, name="answer_add"),
    path("papers/<id:paper_id>/comments/agenda/", answering.agenda_add, name="agenda_add"),
    path("comments/<id:comment_id>/", reading.comment_detail, name="comment_detail"),
    path("comments/<id:comment_id>/edit/", writing.comment_edit, name="comment_edit"),
    path("comments/<id:comment_id>/withdraw/", writing.comment_withdraw, name="comment_withdraw"),
    path("comments/<id:comment_id>/support/", writing.comment_support, name="comment_support"),
    path("comments/<id:comment_id>/withdraw-support/", writing.support_withdraw, name="support_withdraw"),
    path("comments/<id:comment_id>/satisfied/", writing.comment_satisfied, name="comment_satisfied"),
    path("comments/<id:comment_id>/insist/", writing.comment_insist, name="comment_insist"),
    path("comments/<id:comment_id>/open-again/", writing.comment_open_again, name="comment_open_again"),
    path("comments/<id:comment_id>/translate/", answering.comment_translate, name="comment_translate"),
    path("agenda-items/<id:agenda_item_id>/remove/", answering.agenda_remove, name="agenda_remove"),
    path("mailed-comments/<id:mailed_comment_id>/", mailed.mailed_detail, name="mailed_detail"),
    path("mailed-comments/<id:mailed_comment_id>/drop/", mailed.mailed_drop, name="mailed_drop"),
]
