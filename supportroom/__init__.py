"""Support Room: the software a civil society support room runs its consultations on. Start at docs/map.md."""

__version__ = "0.1.0"
