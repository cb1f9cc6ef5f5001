"""Addresses."""

from django.urls import path

from supportroom.questions.views import public, team

app_name = "questions"
urlpatterns = [
    path("questions-to-the-room/", public.answered_list, name="answered_list"),
    path("questions-to-the-room/thanks/", public.thanks, name="thanks"),
    path("questions-to-the-room/<slug:kind>/<slug:asked_slug>/", public.ask, name="ask"),
    path("public-questions/", team.question_list, name="question_list"),
    path("public-questions/<id:public_question_id>/", team.question_detail, name="question_detail"),
    path("public-questions/<id:public_question_id>/translate/", team.question_translate, name="question_translate"),
    path("public-questions/<id:public_question_id>/set-aside/", team.question_set_aside, name="question_set_aside"),
]
