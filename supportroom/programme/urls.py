"""Addresses of programmes and calendars."""

from django.urls import path

from supportroom.programme.views import calendars, offers, programme, topics, versions

app_name = "programme"
ROUND, SESSION = "rounds/<id:round_id>/programme/", "sessions/<id:session_id>/"
urlpatterns = [
    path(ROUND, programme.programme, name="programme"),
    path(ROUND + "publish/", programme.programme_publish, name="programme_publish"),
    path(ROUND + "versions/", versions.version_list, name="version_list"),
    path(ROUND + "versions/<int:number>/", versions.version_detail, name="version_detail"),
    path(SESSION + "topics/", topics.session_topics, name="session_topics"),
    path(SESSION + "facilitation/offer/", offers.facilitation_offer, name="facilitation_offer"),
    path(SESSION + "facilitation/take-back/", offers.facilitation_take_back, name="facilitation_take_back"),
    path(SESSION + "meeting.ics", calendars.session_calendar, name="session_calendar"),
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/revoke/", calendars.calendar_revoke, name="calendar_revoke"),
    path("calendar/<str:token>.ics", calendars.calendar_feed, name="calendar_feed"),
]
