"""Addresses."""

from django.urls import path

from supportroom.checks.views import checks

app_name = "checks"
urlpatterns = [
    path("checks/<id:members_check_id>/", checks.members_check_detail, name="members_check_detail"),
    path("checks/<id:members_check_id>/answer/", checks.answer, name="answer"),
    path("checks/<id:members_check_id>/withdraw/", checks.members_check_withdraw, name="members_check_withdraw"),
]
