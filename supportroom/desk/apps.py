"""The app's entry in Django's registry."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """What waits for me."""

    name = "supportroom.desk"
    label = "desk"
