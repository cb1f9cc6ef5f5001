"""Addresses."""

from django.urls import path

from supportroom.followup.views import figures, files, lists, outcomes, recommendations

app_name = "followup"
urlpatterns = [
    path("register/", lists.register, name="register"),
    path("register/figures/", figures.figures, name="figures"),
    path("register/what-became/", outcomes.outcomes, name="outcomes"),
    path("register/files/<slug:kind>/", files.register_file, name="register_file"),
    path("register/demands/<slug:demand_slug>/", recommendations.demand_detail, name="demand_detail"),
    path("register/<slug:recommendation_slug>/", recommendations.recommendation_detail, name="recommendation_detail"),
    path("rounds/<id:round_id>/follow-up/", outcomes.round_outcomes, name="round_outcomes"),
]
