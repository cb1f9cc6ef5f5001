"""The app's entry in Django's registry."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo room."""

    name = "supportroom.demo"
    label = "demo"
