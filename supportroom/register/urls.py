"""Addresses."""

from django.urls import path

from supportroom.register.views import addressees, amending, demands, documents, recording, themes, waiting

app_name = "register"
urlpatterns = [
    path("register/waiting/", waiting.waiting_list, name="waiting_list"),
    path("register/waiting/release/", waiting.waiting_release, name="waiting_release"),
    path("register/waiting/address/", waiting.waiting_address, name="waiting_address"),
    path("register/set-aside/", waiting.set_aside_list, name="set_aside_list"),
    path("register/earlier/", documents.document_list, name="document_list"),
    path("register/earlier/new/", documents.document_add, name="document_add"),
    path("register/earlier/<id:document_id>/", documents.document_detail, name="document_detail"),
    path("register/earlier/<id:document_id>/edit/", documents.document_edit, name="document_edit"),
    path("register/earlier/<id:document_id>/add/", documents.recommendation_add, name="recommendation_add"),
    path("register/addressees/", addressees.addressee_list, name="addressee_list"),
    path("register/addressees/new/", addressees.addressee_add, name="addressee_add"),
    path("register/addressees/<id:addressee_id>/", addressees.addressee_detail, name="addressee_detail"),
    path("register/addressees/<id:addressee_id>/edit/", addressees.addressee_edit, name="addressee_edit"),
    path("register/addressees/<id:addressee_id>/remove/", addressees.addressee_remove, name="addressee_remove"),
    path(
        "register/representatives/<id:representative_id>/dismiss/",
        addressees.representative_dismiss,
        name="representative_dismiss",
    ),
    path("register/themes/", themes.theme_list, name="theme_list"),
    path("register/themes/<id:theme_id>/edit/", themes.theme_edit, name="theme_edit"),
    path("register/themes/<id:theme_id>/remove/", themes.theme_remove, name="theme_remove"),
    path("statements/<id:statement_id>/register/", recording.statement_record, name="statement_record"),
    path("rounds/<id:round_id>/report/register/", recording.report_record, name="report_record"),
    path("papers/<id:paper_id>/register/", recording.paper_record, name="paper_record"),
    path(
        "register/recommendations/<id:recommendation_id>/edit/",
        amending.recommendation_edit,
        name="recommendation_edit",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/words/",
        amending.recommendation_words,
        name="recommendation_words",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/addressees/",
        amending.recommendation_address,
        name="recommendation_address",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/release/",
        amending.recommendation_release,
        name="recommendation_release",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/set-aside/",
        amending.recommendation_set_aside,
        name="recommendation_set_aside",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/take-back/",
        amending.recommendation_take_back,
        name="recommendation_take_back",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/together/",
        demands.recommendation_bring_together,
        name="recommendation_bring_together",
    ),
    path(
        "register/recommendations/<id:recommendation_id>/apart/",
        demands.recommendation_take_out,
        name="recommendation_take_out",
    ),
    path("register/demands/<id:demand_id>/edit/", demands.demand_edit, name="demand_edit"),
]
