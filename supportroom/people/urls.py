"""Addresses of the roll, one's own settings and invitations."""

from django.urls import path

from supportroom.people import views

app_name = "people"
urlpatterns = [
    path("people/", views.person_list, name="person_list"),
    path("people/new/", views.person_add, name="person_add"),
    path("people/<id:person_id>/", views.person_detail, name="person_detail"),
    path("people/<id:person_id>/give-role/", views.role_change, {"verb": "give"}, name="role_give"),
    path("people/<id:person_id>/take-role/", views.role_change, {"verb": "take"}, name="role_take"),
    path("people/<id:person_id>/invite/", views.person_invite, name="person_invite"),
    path("settings/", views.own_settings, name="own_settings"),
    path("invitation/<str:token>/", views.invitation_accept, name="invitation_accept"),
]
