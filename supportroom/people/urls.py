"""Addresses of the roll, one's own settings and invitations."""

from django.urls import path

from supportroom.people.views import devices, passkeys, persons, profiles, recoveries, second_steps

app_name = "people"
urlpatterns = [
    path("people/", persons.person_list, name="person_list"),
    path("people/new/", persons.person_add, name="person_add"),
    path("people/<id:person_id>/", persons.person_detail, name="person_detail"),
    path("people/<id:person_id>/give-role/", persons.role_change, {"verb": "give"}, name="role_give"),
    path("people/<id:person_id>/take-role/", persons.role_change, {"verb": "take"}, name="role_take"),
    path("people/<id:person_id>/invite/", persons.person_invite, name="person_invite"),
    path("people/<id:person_id>/let-in-anew/", recoveries.recovery_ask, name="recovery_ask"),
    path("people/<id:person_id>/let-in-anew/second/", recoveries.recovery_second, name="recovery_second"),
    path("people/<id:person_id>/let-in-anew/open/", recoveries.recovery_open, name="recovery_open"),
    path("people/<id:person_id>/let-in-anew/stop/", recoveries.recovery_stop, name="recovery_stop"),
    path("way-back/<str:token>/", recoveries.recovery_use, name="recovery_use"),
    path("settings/two-steps/", second_steps.second_factor, name="second_factor"),
    path("settings/two-steps/picture.svg", second_steps.second_factor_picture, name="second_factor_picture"),
    path("settings/two-steps/codes/", second_steps.codes_renew, name="codes_renew"),
    path("settings/two-steps/passkeys/", passkeys.passkey_list, name="passkey_list"),
    path("settings/two-steps/passkeys/add/", passkeys.passkey_add, name="passkey_add"),
    path("settings/two-steps/passkeys/remove/", passkeys.passkey_remove, name="passkey_remove"),
    path("settings/devices/", devices.device_list, name="device_list"),
    path("settings/devices/end/", devices.device_end, name="device_end"),
    path("settings/devices/leave-everywhere/", devices.leave_everywhere, name="leave_everywhere"),
    path("settings/", persons.own_settings, name="own_settings"),
    path("profile/", profiles.profile_edit, name="profile"),
    path("competences/", profiles.competence_list, name="competence_list"),
    path("competences/<id:competence_id>/", profiles.competence_edit, name="competence_edit"),
    path("invitation/<str:token>/", persons.invitation_accept, name="invitation_accept"),
]
