"""Addresses of the charter."""

from django.urls import path

from supportroom.room import views

app_name = "room"
urlpatterns = [
    path("charter/", views.charter_edit, name="charter_edit"),
    path("charter/quotas/", views.charter_quotas, name="charter_quotas"),
    path("charter/pillars/new/", views.pillar_add, name="pillar_add"),
    path("charter/pillars/<id:pillar_id>/", views.pillar_edit, name="pillar_edit"),
    path("charter/pillars/<id:pillar_id>/adopt/", views.pillar_adopt, name="pillar_adopt"),
]
