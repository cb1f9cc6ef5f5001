"""Addresses."""

from django.urls import path

from supportroom.briefings.views import absent, briefings, public, reading

app_name = "briefings"
urlpatterns = [
    path("briefings/", public.briefing_list, name="briefing_list"),
    path("briefings/coverage/", public.coverage, name="coverage"),
    path("briefings/new/", briefings.briefing_add, name="briefing_add"),
    path("briefings/trash/", briefings.trash, name="trash"),
    path("briefings/<id:briefing_id>/", public.briefing_detail, name="briefing_detail"),
    path("briefings/<id:briefing_id>/text/", briefings.briefing_text, name="briefing_text"),
    path("briefings/<id:briefing_id>/edit/", briefings.briefing_edit, name="briefing_edit"),
    path("briefings/<id:briefing_id>/trash/", briefings.briefing_trash, name="briefing_trash"),
    path("briefings/<id:briefing_id>/restore/", briefings.briefing_restore, name="briefing_restore"),
    path("briefings/<id:briefing_id>/reading/", reading.reading, name="reading"),
    path(
        "briefings/<id:briefing_id>/reading/<slug:recommendation_slug>/", reading.reading_detail, name="reading_detail"
    ),
    path("reflections/<id:reflection_id>/read-again/", reading.reading_again, name="reading_again"),
    path("reflections/<id:reflection_id>/withdraw/", reading.reading_withdraw, name="reading_withdraw"),
    path("briefings/<id:briefing_id>/absent/", absent.absent_send, name="absent_send"),
    path("absent-lists/<id:absent_list_id>/", absent.absent_detail, name="absent_detail"),
    path("absent-lists/<id:absent_list_id>/list.<str:kind>", absent.absent_file, name="absent_file"),
]
