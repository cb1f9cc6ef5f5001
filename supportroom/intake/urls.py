"""Addresses."""

from django.urls import path

from supportroom.intake.views import bringing, correcting, recording, showing

app_name = "intake"
urlpatterns = [
    path("intake/", bringing.intake_list, name="intake_list"),
    path("intake/<id:intake_id>/", showing.intake_detail, name="intake_detail"),
    path("intake/<id:intake_id>/correct/", correcting.intake_correct, name="intake_correct"),
    path("intake/<id:intake_id>/record/", recording.intake_record, name="intake_record"),
    path("intake/<id:intake_id>/cancel/", bringing.intake_cancel, name="intake_cancel"),
    path("intake/items/<id:intake_item_id>/", correcting.item_edit, name="item_edit"),
    path("intake/groups/<id:intake_group_id>/", correcting.group_edit, name="group_edit"),
]
