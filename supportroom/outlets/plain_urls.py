"""Addresses that stand under no language: for machines."""

from django.urls import path

from supportroom.outlets.views import interface, plain

app_name = "interface"
API = "api/v1/"
urlpatterns = [
    path("robots.txt", plain.robots, name="robots"),
    path("sitemap.xml", plain.sitemap, name="sitemap"),
    path(API, interface.index, name="index"),
    path(f"{API}openapi.json", interface.description, name="description"),
    path(f"{API}<slug:resource>/", interface.things, name="list"),
    path(f"{API}<slug:resource>/<slug:key>/", interface.thing, name="thing"),
]
