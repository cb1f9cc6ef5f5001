"""Addresses of boards and points."""

from django.urls import path

from supportroom.points.views import board, checks, importing, points, words

app_name = "points"
urlpatterns = [
    path("sessions/<id:session_id>/", board.board, name="board"),
    path("sessions/<id:session_id>/projector/", board.projector, name="projector"),
    path("sessions/<id:session_id>/focus/", board.focus_put, name="focus_put"),
    path("sessions/<id:session_id>/points/", points.point_add, name="point_add"),
    path("sessions/<id:session_id>/merge/", points.point_merge, name="point_merge"),
    path("sessions/<id:session_id>/import/", importing.point_import, name="point_import"),
    path("sessions/<id:session_id>/checks/", checks.check_open, name="check_open"),
    path("sessions/<id:session_id>/checks/close/", checks.check_close, name="check_close"),
    path("sessions/<id:session_id>/answers/", checks.position_take, name="position_take"),
    path("sessions/<id:session_id>/outcomes/", checks.outcome_confirm, name="outcome_confirm"),
    path("rounds/<id:round_id>/points/", points.point_list, name="point_list"),
    path("points/sample.md", importing.import_sample, {"kind": "md"}, name="import_sample_md"),
    path("points/sample.csv", importing.import_sample, {"kind": "csv"}, name="import_sample_csv"),
    path("points/<id:point_id>/", words.point_detail, name="point_detail"),
    path("points/<id:point_id>/words/", words.words_write, name="words_write"),
    path("points/<id:point_id>/translation/", words.translation_confirm, name="translation_confirm"),
    path("points/<id:point_id>/move/", words.point_move, name="point_move"),
    path("points/<id:point_id>/split/", words.point_split, name="point_split"),
    path("points/<id:point_id>/step/", words.point_step, name="point_step"),
]
