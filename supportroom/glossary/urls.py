"""Addresses."""

from django.urls import path

from supportroom.glossary.views import bodies, importing, influences, taking, terms, translating

app_name = "glossary"
urlpatterns = [
    path("glossary/", terms.term_list, name="term_list"),
    path("glossary/new/", terms.term_add, name="term_add"),
    path("glossary/import/", importing.term_import, name="term_import"),
    path("glossary/files/<str:kind>/", taking.term_export, name="term_export"),
    path("glossary/<slug:term_slug>/", terms.term_detail, name="term_detail"),
    path("glossary/<slug:term_slug>/edit/", terms.term_edit, name="term_edit"),
    path("glossary/<slug:term_slug>/define/", terms.term_define, name="term_define"),
    path("glossary/<slug:term_slug>/translate/", translating.term_translate, name="term_translate"),
    path("glossary/<slug:term_slug>/release/", terms.term_release, name="term_release"),
    path("glossary/<slug:term_slug>/retire/", terms.term_retire, name="term_retire"),
    path("glossary/<slug:term_slug>/remove/", terms.term_remove, name="term_remove"),
    path("actors/", bodies.body_list, name="body_list"),
    path("actors/new/", bodies.body_add, name="body_add"),
    path("actors/files/<str:kind>/", taking.body_export, name="body_export"),
    path("actors/<slug:body_slug>/", bodies.body_detail, name="body_detail"),
    path("actors/<slug:body_slug>/edit/", bodies.body_edit, name="body_edit"),
    path("actors/<slug:body_slug>/translate/", translating.body_translate, name="body_translate"),
    path("actors/<slug:body_slug>/release/", bodies.body_release, name="body_release"),
    path("actors/<slug:body_slug>/retire/", bodies.body_retire, name="body_retire"),
    path("actors/<slug:body_slug>/remove/", bodies.body_remove, name="body_remove"),
    path("actors/<slug:body_slug>/influences/", influences.influence_add, name="influence_add"),
    path("influences/<id:influence_id>/edit/", influences.influence_edit, name="influence_edit"),
    path("influences/<id:influence_id>/translate/", translating.influence_translate, name="influence_translate"),
    path("influences/<id:influence_id>/withdraw/", influences.influence_withdraw, name="influence_withdraw"),
]
