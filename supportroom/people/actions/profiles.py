"""What members say of themselves, and the fields of competence from which they choose."""

from collections.abc import Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Competence, Person, Profile
from supportroom.people.places import is_place
from supportroom.people.vocabulary import SPOKEN_LANGUAGES


@action("people.set_profile", on="person")
def set_profile(
    *,
    actor: Actor,
    person: Person,
    seen: int | None = None,
    competences: Sequence[Competence] | None = None,
    **fields: Any,
) -> Profile:
    """Say of oneself what one likes: region, situation, gender, age band, disability, languages, network, competences.

    Fields that are not given stay. Stale where another tab was faster; DomainError `people.unknown_place`,
    `people.unknown_language`. The journal keeps which fields were set, never what was said.
    """
    refuse_unless(not fields.get("region") or is_place(fields["region"]), "people.unknown_place")
    refuse_unless(set(fields.get("languages", ())) <= set(SPOKEN_LANGUAGES), "people.unknown_language")
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # two first profiles at once follow one another
    profile = Profile.objects.filter(person=person).first() or create(Profile, person=person)
    change(profile, seen=seen, **fields)
    if competences is not None:
        profile.competences.set(competences)
    record(profile, actor=actor, fields=sorted(fields))
    return profile


@action("people.add_competence", on="name")
def add_competence(*, actor: Actor, name: MultilingualText) -> Competence:
    """Add a field of competence; DomainError `people.competence_known` where there is one of that name."""
    refuse_unless(not Competence.objects.filter(search_text=name.search_text).exists(), "people.competence_known")
    position = Competence.objects.count() + 1
    competence = create(Competence, name=name, search_text=name.search_text, position=position)
    record(competence, actor=actor)
    return competence


@action("people.amend_competence", on="competence")
def amend_competence(
    *, actor: Actor, competence: Competence, seen: int | None = None, name: MultilingualText
) -> Competence:
    """Reword or translate a field of competence; Stale where somebody was faster, `people.competence_known`."""
    others = Competence.objects.exclude(pk=competence.pk).filter(search_text=name.search_text)
    refuse_unless(not others.exists(), "people.competence_known")
    change(competence, seen=seen, name=name, search_text=name.search_text)
    record(competence, actor=actor, languages=sorted(name.texts))
    return competence
