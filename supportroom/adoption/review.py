"""How a review stands: what the office still has to do, what the group owes an answer to."""

from supportroom.adoption.models import OfficeNote, Review


def open_notes(review: Review) -> int:
    """Count the notes in time that the group has not answered."""
    return OfficeNote.objects.filter(review=review, is_late=False, verdict="").count()
