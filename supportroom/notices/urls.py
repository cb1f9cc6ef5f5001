"""Addresses of one's notices and choices, and of the team's outbox."""

from django.urls import path

from supportroom.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notice_list, name="notice_list"),
    path("notices/read/", views.notices_read, name="notices_read"),
    path("notices/follow/", views.follow, {"is_on": True}, name="follow"),
    path("notices/unfollow/", views.follow, {"is_on": False}, name="unfollow"),
    path("settings/notices/", views.choices, name="choices"),
    path("settings/notices/address/", views.address_trusted, name="address_trusted"),
    path("mails/", views.outbox_show, name="outbox"),
    path("mails/again/", views.mails_again, name="mails_again"),
]
