"""Consent to be named."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.people.models import Person


class Consent(Record):
    """A person's own agreement to be named in one thing (an opaque reference), withdrawable until its release (S17)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    thing = models.CharField(max_length=80, db_index=True)
    given = models.BooleanField(default=True)

    class Meta:
        """One answer of one person per thing."""

        constraints = (models.UniqueConstraint(fields=["person", "thing"], name="one_consent_per_thing"),)

    def __str__(self) -> str:
        """Give the references."""
        return f"{self.person} {self.thing}"
