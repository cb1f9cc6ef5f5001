"""One at a time: what numbers, names or brings together within the register waits for who does so already."""

from supportroom.room.models import Room


def hold_register() -> None:
    """Hold the register until the action ends, so that no number, name or file comes in twice; inside an action."""
    Room.objects.select_for_update(no_key=True).first()
