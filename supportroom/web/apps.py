"""The app's entry in Django's registry."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The base of every page."""

    name = "supportroom.web"
    label = "web"
