"""Addresses."""

from django.urls import path

from supportroom.invitations.views import answers, invitations, joint, letters, questions, substitutes, team

app_name = "invitations"
SUBSTITUTE = "invitations/<id:invitation_id>/substitute/"
urlpatterns = [
    path("rounds/<id:round_id>/letter/", letters.letter_edit, name="letter_edit"),
    path("rounds/<id:round_id>/letter/term/", letters.term_extend, name="term_extend"),
    path("rounds/<id:round_id>/invitations/", team.invitation_list, name="invitation_list"),
    path("rounds/<id:round_id>/invitations/send/", letters.invitations_send, name="invitations_send"),
    path(
        "rounds/<id:round_id>/invitations/list.csv",
        team.invitation_export,
        {"kind": "csv"},
        name="invitation_export_csv",
    ),
    path(
        "rounds/<id:round_id>/invitations/list.xlsx",
        team.invitation_export,
        {"kind": "xlsx"},
        name="invitation_export_xlsx",
    ),
    path("rounds/<id:round_id>/questions/", questions.question_list, name="question_list"),
    path("invitations/<id:invitation_id>/", invitations.invitation_detail, name="invitation_detail"),
    path("invitations/<id:invitation_id>/accept/", answers.accept, name="accept"),
    path("invitations/<id:invitation_id>/decline/", answers.decline, name="decline"),
    path(SUBSTITUTE, answers.substitute_propose, name="substitute_propose"),
    path("invitations/<id:invitation_id>/question/", questions.question_ask, name="question_ask"),
    path("invitations/<id:invitation_id>/joint/", joint.joint_begin, name="joint_begin"),
    path("invitations/<id:invitation_id>/withdraw/", team.invitation_withdraw, name="invitation_withdraw"),
    path("invitations/<id:invitation_id>/remind/", team.invitation_remind, name="invitation_remind"),
    path("invitations/<id:invitation_id>/term/", letters.invitation_extend, name="invitation_extend"),
    path(SUBSTITUTE + "confirm/", substitutes.substitute_confirm, name="substitute_confirm"),
    path(SUBSTITUTE + "refuse/", substitutes.substitute_refuse, name="substitute_refuse"),
    path("needs/<id:support_request_id>/", team.request_settle, name="request_settle"),
    path("questions/<id:question_id>/answer/", questions.question_answer, name="question_answer"),
    path("joint/<id:code>/", joint.joint_detail, name="joint_detail"),
    path("joint/<id:code>/wish/", joint.joint_wish, name="joint_wish"),
]
