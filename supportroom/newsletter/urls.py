"""Addresses of the newsletter."""

from django.urls import path

from supportroom.newsletter import views

app_name = "newsletter"
urlpatterns = [
    path("newsletter/", views.subscribe, name="subscribe"),
    path("newsletter/confirm/<str:token>/", views.confirm, name="confirm"),
    path("newsletter/leave/<str:token>/", views.leave, name="leave"),
    path("newsletter/issues/", views.issue_list, name="issue_list"),
    path("newsletter/issues/<id:newsletter_issue_id>/", views.issue_detail, name="issue_detail"),
    path("newsletter/issues/<id:newsletter_issue_id>/send/", views.issue_send, name="issue_send"),
]
