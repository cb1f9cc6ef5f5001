"""Working groups, candidates, seats."""

from datetime import datetime

from django.db import models

from supportroom.groups.vocabulary import CALLED, CANDIDATE_STATES, GROUP_STATES, HELD, SEAT_STATES, STANDING
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Competence, Person
from supportroom.topics.models import Topic


class WorkingGroup(Record):
    """Three to five members who write a joint paper. `called_by` is shown to nobody.

    `fields`: what competence the task asks for. `candidates_until`: the UTC instant from which no candidate is taken.
    `opened_by` says who opened it: the team or a members' check. `reason`: why it was not opened, or how it ended.
    `balance`: how the appointment stood to spread and quotas, as published with it (plain values).
    """

    topic = models.ForeignKey(Topic, null=True, blank=True, on_delete=models.SET_NULL, related_name="working_groups")
    title = MultilingualField(longest=200)
    task = MultilingualField(longest=4000)
    called_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    fields = models.ManyToManyField(Competence, blank=True, related_name="+")
    seats_wanted = models.PositiveSmallIntegerField(default=5)
    state = models.CharField(max_length=12, choices=list(GROUP_STATES.items()), default=CALLED, db_index=True)
    opened_by = models.CharField(max_length=8, blank=True)
    candidates_until = models.DateTimeField(null=True, blank=True)
    reason = MultilingualField(blank=True, longest=2000)
    balance = models.JSONField(default=list, blank=True)
    called_on = models.DateField()
    opened_on = models.DateField(null=True, blank=True)
    appointed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    coordinator = models.OneToOneField(
        "Seat", null=True, blank=True, on_delete=models.SET_NULL, related_name="coordinates"
    )
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-called_on", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)

    def takes_candidates(self, moment: datetime) -> bool:
        """Tell whether somebody can stand at this instant."""
        return self.candidates_until is not None and moment < self.candidates_until


class Candidate(Record):
    """Somebody who stands for a group; seen by them and the team.

    `lives_in` and `works_in` are place codes (people.places). `conflict`: an interest that could colour the work, in
    their own words; empty means that they know of none. `reason`: why they were passed over although the
    ranking proposed them, for them and the team.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="candidates")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    fields = models.ManyToManyField(Competence, blank=True, related_name="+")
    years = models.PositiveSmallIntegerField(default=0)
    works = models.TextField(blank=True, max_length=4000)
    statement = MultilingualField(blank=True, longest=2000)
    lives_in = models.CharField(max_length=10, blank=True)
    works_in = models.CharField(max_length=10, blank=True)
    conflict = models.CharField(max_length=1000, blank=True)
    reason = MultilingualField(blank=True, longest=2000)
    state = models.CharField(max_length=14, choices=list(CANDIDATE_STATES.items()), default=STANDING)

    class Meta:
        """Each person once for a group."""

        constraints = (models.UniqueConstraint(fields=["group", "person"], name="candidate_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"candidate {self.pk}"


class Seat(Record):
    """A place in a group, held by one person. `reason` says why they were appointed, as published: without a name.

    Members of the room read the name only where its holder agrees (protection.Consent on the seat).
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    candidate = models.ForeignKey(Candidate, null=True, blank=True, on_delete=models.SET_NULL, related_name="seats")
    number = models.PositiveSmallIntegerField()
    reason = MultilingualField(longest=2000)
    state = models.CharField(max_length=10, choices=list(SEAT_STATES.items()), default=HELD, db_index=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaced_by"
    )
    names = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="named_by")

    class Meta:
        """In order; a person holds one seat of a group, a seat is held once."""

        ordering = ("number", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "person"], condition=models.Q(state=HELD), name="one_seat_per_person"
            ),
            models.UniqueConstraint(fields=["group", "number"], condition=models.Q(state=HELD), name="seat_held_once"),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"seat {self.pk}"
