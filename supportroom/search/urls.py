"""Addresses."""

from django.urls import path

from supportroom.search.views import finding

app_name = "search"
urlpatterns = [
    path("search/", finding.search, name="search"),
]
