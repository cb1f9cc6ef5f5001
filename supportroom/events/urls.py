"""Addresses of the public's calendar, and of the pages on which the team plans."""

from django.urls import path

from supportroom.events.views import planning, public

app_name = "events"
ONE = "public-events/<id:public_event_id>/"
urlpatterns = [
    path("events/", public.event_list, name="event_list"),
    path("events/calendar.ics", public.calendar, name="calendar"),
    path("events/<slug:event_slug>/", public.event_detail, name="event_detail"),
    path("events/<slug:event_slug>/event.ics", public.event_file, name="event_file"),
    path("public-events/", planning.plan_list, name="plan_list"),
    path("public-events/new/", planning.event_plan, name="event_plan"),
    path(ONE, planning.event_amend, name="event_amend"),
    path(ONE + "announce/", planning.event_announce, name="event_announce"),
    path(ONE + "held/", planning.event_held, name="event_held"),
    path(ONE + "call-off/", planning.event_call_off, name="event_call_off"),
]
