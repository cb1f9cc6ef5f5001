"""Addresses of workroom."""

from django.urls import URLPattern

app_name = "workroom"
urlpatterns: list[URLPattern] = []
