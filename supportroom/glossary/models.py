"""Terms with the versions of their definitions; bodies and who influences whom."""

from django.db import models

from supportroom.glossary.vocabulary import BODY_KINDS, CLEAR, DRAFT, OTHER, RELEASED, STRENGTHS, TERM_STATES
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField, MultilingualText


class Term(Record):
    """A term. `forms`: by language, further words under which a text may use it (plurals, abbreviations, synonyms)."""

    slug = models.CharField(max_length=40, unique=True)
    name = MultilingualField(longest=120)
    forms = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=list(TERM_STATES.items()), default=DRAFT, db_index=True)
    search_text = models.TextField(blank=True, editable=False)

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)

    @property
    def forms_text(self) -> MultilingualText:
        """The further forms as a form shows them: one a line in each language."""
        texts = {code: "\n".join(forms) for code, forms in self.forms.items() if forms}
        return MultilingualText(next(iter(texts), ""), texts)


class Definition(Record):
    """One version of what a term means. The newest holds; a published text keeps the one of its day."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="definitions")
    number = models.PositiveSmallIntegerField()
    text = MultilingualField(longest=2000)
    source = MultilingualField(longest=500)
    link = models.URLField(blank=True, max_length=500)
    since = models.DateField()
    why = MultilingualField(blank=True, longest=500)

    class Meta:
        """Newest first; each number once."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["term", "number"], name="definition_number_once"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"definition {self.number}"


class Body(Record):
    """An actor in the country's process: a state, a force, a committee, those concerned. Never a person."""

    slug = models.CharField(max_length=40, unique=True)
    name = MultilingualField(longest=160)
    kind = models.CharField(max_length=12, choices=list(BODY_KINDS.items()), default=OTHER)
    about = MultilingualField(blank=True, longest=2000)
    source = MultilingualField(blank=True, longest=500)
    state = models.CharField(max_length=10, choices=list(TERM_STATES.items()), default=DRAFT, db_index=True)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """Django would say `bodys`."""

        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)

    @property
    def is_public(self) -> bool:
        """Tell whether everybody reads it."""
        return self.state == RELEASED


class Influence(Record):
    """One body influences another: how, how strongly, by which source."""

    by = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="influences")
    on = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="influenced")
    how = MultilingualField(longest=500)
    strength = models.PositiveSmallIntegerField(choices=list(STRENGTHS.items()), default=CLEAR)
    source = MultilingualField(blank=True, longest=500)

    class Meta:
        """Once for each pair, and not on itself."""

        constraints = (
            models.UniqueConstraint(fields=["by", "on"], name="influence_once"),
            models.CheckConstraint(condition=~models.Q(by=models.F("on")), name="no_influence_on_itself"),
        )

    def __str__(self) -> str:
        """Give the opaque ids."""
        return f"{self.by_id} on {self.on_id}"
