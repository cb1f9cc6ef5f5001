"""Addresses."""

from django.urls import path

from supportroom.groups.views import appointing, deciding, groups, seats, standing

app_name = "groups"
urlpatterns = [
    path("groups/", groups.group_list, name="group_list"),
    path("groups/new/", groups.group_add, name="group_add"),
    path("groups/<id:working_group_id>/", groups.group_detail, name="group_detail"),
    path("groups/<id:working_group_id>/words/", groups.group_edit, name="group_edit"),
    path("groups/<id:working_group_id>/translate/", groups.group_translate, name="group_translate"),
    path("groups/<id:working_group_id>/open/", deciding.group_open, name="group_open"),
    path("groups/<id:working_group_id>/turn-down/", deciding.group_turn_down, name="group_turn_down"),
    path("groups/<id:working_group_id>/ask-members/", deciding.members_ask, name="members_ask"),
    path("groups/<id:working_group_id>/give-up/", deciding.group_give_up, name="group_give_up"),
    path("groups/<id:working_group_id>/close/", deciding.group_close, name="group_close"),
    path("groups/<id:working_group_id>/stand/", standing.group_stand, name="group_stand"),
    path("groups/<id:working_group_id>/stand/withdraw/", standing.candidacy_withdraw, name="candidacy_withdraw"),
    path("groups/<id:working_group_id>/candidates/", appointing.candidate_list, name="candidates"),
    path("groups/<id:working_group_id>/candidates/end/", deciding.candidates_end, name="candidates_end"),
    path("groups/<id:working_group_id>/appointment/", appointing.appointment, name="appointment"),
    path("groups/<id:working_group_id>/coordinator/", seats.coordinator_name, name="coordinator_name"),
    path("seats/<id:seat_id>/resign/", seats.seat_resign, name="seat_resign"),
    path("seats/<id:seat_id>/name/", seats.seat_name, name="seat_name"),
    path("seats/<id:seat_id>/replace/", appointing.seat_replace, name="seat_replace"),
]
