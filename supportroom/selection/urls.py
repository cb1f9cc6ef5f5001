"""Addresses of a round's list, its quotas and its registration."""

from django.urls import path

from supportroom.selection.views import candidates, importing, lists, quotas, registrations

app_name = "selection"
urlpatterns = [
    path("rounds/<id:round_id>/list/", lists.draft_list, name="draft_list"),
    path("rounds/<id:round_id>/list/add/", candidates.candidate_list, name="candidate_list"),
    path("rounds/<id:round_id>/list/change/", lists.listings_change, name="listings_change"),
    path("rounds/<id:round_id>/list/places/", lists.list_places, name="list_places"),
    path("rounds/<id:round_id>/list/confirm/", lists.list_step, {"verb": "confirm"}, name="list_confirm"),
    path("rounds/<id:round_id>/list/reopen/", lists.list_step, {"verb": "reopen"}, name="list_reopen"),
    path("rounds/<id:round_id>/list/import/", importing.list_import, name="list_import"),
    path("rounds/<id:round_id>/list.csv", lists.list_file, {"kind": "csv"}, name="list_csv"),
    path("rounds/<id:round_id>/list.xlsx", lists.list_file, {"kind": "xlsx"}, name="list_xlsx"),
    path("rounds/<id:round_id>/quotas/", quotas.quotas, name="quotas"),
    path("quotas/<id:quota_id>/reason/", quotas.quota_reason, name="quota_reason"),
    path("rounds/<id:round_id>/registration/", registrations.registration, name="registration"),
    path("rounds/<id:round_id>/registration/edit/", registrations.registration_edit, name="registration_edit"),
    path("rounds/<id:round_id>/registration/take-back/", registrations.application_take_back, name="take_back"),
    path("rounds/<id:round_id>/leave/", registrations.own_step, {"verb": "leave"}, name="leave"),
    path("rounds/<id:round_id>/come-back/", registrations.own_step, {"verb": "come-back"}, name="come_back"),
]
