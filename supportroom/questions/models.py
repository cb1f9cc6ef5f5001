"""Questions of the public."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.pages.models import Page
from supportroom.questions.vocabulary import STATES, WAITING
from supportroom.register.models import Recommendation
from supportroom.site.models import Publication


class PublicQuestion(Record):
    """A question about one published thing. `asked_on` is a day, never an instant; nobody knows who asked."""

    publication = models.ForeignKey(
        Publication, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    recommendation = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.CASCADE, related_name="questions")
    text = MultilingualField(longest=1000)
    asked_on = models.DateField()
    state = models.CharField(max_length=10, choices=list(STATES.items()), default=WAITING, db_index=True)
    answer = MultilingualField(blank=True, longest=4000)
    answered_on = models.DateField(null=True, blank=True)
    amended_on = models.DateField(null=True, blank=True)
    why_set_aside = models.CharField(max_length=500, blank=True)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """Newest first; about exactly one thing."""

        ordering = ("-asked_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=(
                    models.Q(publication__isnull=False, recommendation=None, page=None)
                    | models.Q(recommendation__isnull=False, publication=None, page=None)
                    | models.Q(page__isnull=False, publication=None, recommendation=None)
                ),
                name="question_about_one_thing",
            ),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"public question {self.pk}"
