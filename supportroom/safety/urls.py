"""Addresses. They stay in the history of a shared phone: none says what it is about."""

from django.urls import path

from supportroom.safety.views import approvals, incidents, own, promises

app_name = "safety"
urlpatterns = [
    path("settings/more/", own.hub, name="hub"),
    path("settings/more/<id:buddy_id>/agree/", own.buddy_step, {"verb": "agree"}, name="buddy_agree"),
    path("settings/more/<id:buddy_id>/end/", own.buddy_step, {"verb": "end"}, name="buddy_end"),
    path("settings/more/<id:buddy_id>/now/", own.buddy_step, {"verb": "lock"}, name="buddy_lock"),
    path("settings/account/", own.account_close, name="account_close"),
    path("messages/", incidents.incident_list, name="incident_list"),
    path("messages/new/", incidents.incident_report, name="incident_report"),
    path("messages/<id:incident_id>/", incidents.incident_detail, name="incident_detail"),
    path("approvals/", approvals.request_list, name="request_list"),
    path("approvals/ask/", approvals.request_ask, name="request_ask"),
    path("approvals/<id:approval_request_id>/approve/", approvals.request_step, {"verb": "approve"}, name="approve"),
    path("approvals/<id:approval_request_id>/refuse/", approvals.request_step, {"verb": "refuse"}, name="refuse"),
    path(
        "approvals/<id:approval_request_id>/take-back/", approvals.request_step, {"verb": "withdraw"}, name="withdraw"
    ),
    path("promises/", promises.promises, name="promises"),
]
