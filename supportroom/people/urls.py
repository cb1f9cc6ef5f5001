"""Addresses of the roll, one's own settings and invitations."""

from django.urls import path

from supportroom.people.views import persons, profiles

app_name = "people"
urlpatterns = [
    path("people/", persons.person_list, name="person_list"),
    path("people/new/", persons.person_add, name="person_add"),
    path("people/<id:person_id>/", persons.person_detail, name="person_detail"),
    path("people/<id:person_id>/give-role/", persons.role_change, {"verb": "give"}, name="role_give"),
    path("people/<id:person_id>/take-role/", persons.role_change, {"verb": "take"}, name="role_take"),
    path("people/<id:person_id>/invite/", persons.person_invite, name="person_invite"),
    path("settings/", persons.own_settings, name="own_settings"),
    path("profile/", profiles.profile_edit, name="profile"),
    path("competences/", profiles.competence_list, name="competence_list"),
    path("competences/<id:competence_id>/", profiles.competence_edit, name="competence_edit"),
    path("invitation/<str:token>/", persons.invitation_accept, name="invitation_accept"),
]
