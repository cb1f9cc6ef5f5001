"""The app's entry in Django's registry."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The record of what happened."""

    name = "supportroom.journal"
    label = "journal"
