"""Addresses of adoption."""

from django.urls import path

from supportroom.adoption.views import adopting, notes, opinions, releasing, reviewing

app_name = "adoption"
urlpatterns = [
    path("groups/<id:working_group_id>/adoption/", adopting.group_adoption, name="group_adoption"),
    path("papers/<id:paper_id>/adoption/", adopting.adoption_detail, name="adoption_detail"),
    path("papers/<id:paper_id>/adoption/ask/", adopting.joint_make, name="joint_make"),
    path("papers/<id:paper_id>/adoption/opinions/new/", opinions.opinion_add, name="opinion_add"),
    path("opposing-opinions/<id:opposing_opinion_id>/edit/", opinions.opinion_edit, name="opinion_edit"),
    path("opposing-opinions/<id:opposing_opinion_id>/translate/", opinions.opinion_translate, name="opinion_translate"),
    path("opposing-opinions/<id:opposing_opinion_id>/join/", opinions.opinion_join, name="opinion_join"),
    path("opposing-opinions/<id:opposing_opinion_id>/leave/", opinions.opinion_leave, name="opinion_leave"),
    path("opposing-opinions/<id:opposing_opinion_id>/withdraw/", opinions.opinion_withdraw, name="opinion_withdraw"),
    path("opposing-opinions/<id:opposing_opinion_id>/name/", opinions.opinion_name, name="opinion_name"),
    path("papers/<id:paper_id>/review/", reviewing.review_detail, name="review_detail"),
    path("papers/<id:paper_id>/review/send/", reviewing.review_send, name="review_send"),
    path("papers/<id:paper_id>/review/no-reservations/", reviewing.no_reservations_say, name="no_reservations_say"),
    path("papers/<id:paper_id>/review/that-is-all/", reviewing.notes_finish, name="notes_finish"),
    path("papers/<id:paper_id>/review/words/", reviewing.words_propose, name="words_propose"),
    path("papers/<id:paper_id>/review/words/agree/", reviewing.words_agree, name="words_agree"),
    path("papers/<id:paper_id>/review/notes/new/", notes.note_add, name="note_add"),
    path("office-notes/<id:office_note_id>/answer/", notes.note_answer, name="note_answer"),
    path("office-notes/<id:office_note_id>/reword/", notes.note_reword, name="note_reword"),
    path("office-notes/<id:office_note_id>/translate/", notes.note_translate, name="note_translate"),
    path("papers/<id:paper_id>/release/", releasing.release_detail, name="release_detail"),
    path("papers/<id:paper_id>/release/ask/", releasing.release_ask, name="release_ask"),
]
