"""Addresses of rounds."""

from django.urls import path

from supportroom.rounds.views import attendance, importing, participants, rounds, sessions

app_name = "rounds"
urlpatterns = [
    path("rounds/", rounds.round_list, name="round_list"),
    path("rounds/new/", rounds.round_add, name="round_add"),
    path("rounds/<id:round_id>/", rounds.round_detail, name="round_detail"),
    path("rounds/<id:round_id>/edit/", rounds.round_edit, name="round_edit"),
    path("rounds/<id:round_id>/start/", rounds.round_step, {"verb": "start"}, name="round_start"),
    path("rounds/<id:round_id>/to-report/", rounds.round_step, {"verb": "begin-reporting"}, name="round_to_report"),
    path("rounds/<id:round_id>/resume/", rounds.round_step, {"verb": "resume"}, name="round_resume"),
    path("rounds/<id:round_id>/groups/new/", rounds.group_add, name="group_add"),
    path("groups/<id:group_id>/edit/", rounds.group_edit, name="group_edit"),
    path("groups/<id:group_id>/remove/", rounds.group_remove, name="group_remove"),
    path("rounds/<id:round_id>/pillars/new/", rounds.pillar_add, name="pillar_add"),
    path("rounds/<id:round_id>/sessions/new/", sessions.session_add, name="session_add"),
    path("sessions/<id:session_id>/edit/", sessions.session_edit, name="session_edit"),
    path("sessions/<id:session_id>/remove/", sessions.session_remove, name="session_remove"),
    path("sessions/<id:session_id>/open/", sessions.session_open, name="session_open"),
    path("sessions/<id:session_id>/close/", sessions.session_close, name="session_close"),
    path("rounds/<id:round_id>/attendance/", attendance.attendance, name="attendance"),
    path("rounds/<id:round_id>/participants/", participants.participant_list, name="participant_list"),
    path("rounds/<id:round_id>/participants/new/", participants.participant_add, name="participant_add"),
    path("rounds/<id:round_id>/participants/import/", importing.participant_import, name="participant_import"),
    path(
        "rounds/<id:round_id>/participants/sample.csv",
        importing.participant_sample,
        {"kind": "csv"},
        name="participant_sample_csv",
    ),
    path(
        "rounds/<id:round_id>/participants/sample.xlsx",
        importing.participant_sample,
        {"kind": "xlsx"},
        name="participant_sample_xlsx",
    ),
    path("participants/<id:participant_id>/edit/", participants.participant_edit, name="participant_edit"),
    path("participants/<id:participant_id>/remove/", participants.participant_remove, name="participant_remove"),
]
