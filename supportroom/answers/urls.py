"""Addresses."""

from django.urls import path

from supportroom.answers.views import addressed, answers, deliveries, desk, letters, links, steps

app_name = "answers"
urlpatterns = [
    path("addressees/", desk.addressee_list, name="addressee_list"),
    path("addressees/<id:addressee_id>/", desk.addressee_detail, name="addressee_detail"),
    path("addressees/<id:addressee_id>/letters/new/", letters.letter_write, name="letter_write"),
    path("letters/<id:letter_id>/", letters.letter_detail, name="letter_detail"),
    path("letters/<id:letter_id>/edit/", letters.letter_edit, name="letter_edit"),
    path("letters/<id:letter_id>/send/", letters.letter_send, name="letter_send"),
    path("letters/<id:letter_id>/withdraw/", letters.letter_withdraw, name="letter_withdraw"),
    path("letters/<id:letter_id>/arrived/", letters.letter_acknowledge, name="letter_acknowledge"),
    path("letters/<id:letter_id>/link/", letters.link_renew, name="link_renew"),
    path("letters/<id:letter_id>/<str:language>/<str:kind>/", letters.letter_taken, name="letter_taken"),
    path("letter/<str:token>/", links.letter, name="letter"),
    path("addressed/", addressed.addressed_list, name="addressed_list"),
    path("submissions/<id:submission_id>/answer/", answers.answer_add, name="answer_add"),
    path("answers/<id:answer_id>/", answers.answer_detail, name="answer_detail"),
    path("answers/<id:answer_id>/edit/", answers.answer_edit, name="answer_edit"),
    path("answers/<id:answer_id>/translate/", answers.answer_translate, name="answer_translate"),
    path("answers/<id:answer_id>/assess/", answers.answer_assess, name="answer_assess"),
    path("answers/<id:answer_id>/file/", answers.answer_file, name="answer_file"),
    path("answers/<id:answer_id>/earlier/<int:number>/file/", answers.earlier_file, name="earlier_file"),
    path("recommendations/<id:recommendation_id>/<str:verb>/", steps.step_take, name="step_take"),
    path("deliveries/", deliveries.delivery_list, name="delivery_list"),
    path("deliveries/new/", deliveries.delivery_add, name="delivery_add"),
    path("deliveries/<id:delivery_id>/", deliveries.delivery_detail, name="delivery_detail"),
    path("deliveries/<id:delivery_id>/edit/", deliveries.delivery_edit, name="delivery_edit"),
    path("deliveries/<id:delivery_id>/name/", deliveries.delivery_name, name="delivery_name"),
    path("deliveries/<id:delivery_id>/speech/", deliveries.delivery_speech, name="delivery_speech"),
]
