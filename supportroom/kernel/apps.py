"""The app's entry in Django's registry."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """The ground floor."""

    name = "supportroom.kernel"
    label = "kernel"
