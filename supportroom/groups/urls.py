"""Addresses."""

from django.urls import path

from supportroom.groups.views import groups

app_name = "groups"
urlpatterns = [
    path("groups/", groups.group_list, name="group_list"),
    path("groups/<id:working_group_id>/", groups.group_detail, name="group_detail"),
]
