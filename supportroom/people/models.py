"""Persons, accounts, organisations, profiles."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import random_id
from supportroom.kernel.models import RandomIdField, Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.vocabulary import AGE_BANDS, DISABILITIES, GENDERS, SITUATIONS, UNSAID


class Organisation(Record):
    """An association, network or office that persons belong to."""

    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        """Give the name."""
        return self.name


class PersonQuerySet(models.QuerySet["Person"]):
    """How persons are found."""

    def holding(self, role: str) -> "PersonQuerySet":
        """Keep who holds a room-wide role."""
        return self.filter(roles__icontains=f'"{role}"')


class Person(Record):
    """Somebody the room knows. `roles` are room-wide roles; those of a round or group stand in `rounds`."""

    name = models.CharField(max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="persons"
    )
    language = models.CharField(max_length=12, default="ar")
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    roles = models.JSONField(default=list, blank=True)
    search_text = models.TextField(blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    def __str__(self) -> str:
        """Give the reference, never the name: a log line must not name anybody."""
        return f"person:{self.pk}"

    @property
    def ref(self) -> str:
        """The opaque reference under which the journal knows this person."""
        return f"person:{self.pk}"


class AccountQuerySet(BaseUserManager["Account"]):
    """How accounts are found when somebody signs in."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Find the account of an e-mail address, whatever its case."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "Account":
        """Build and store an account: Django's own commands and allauth ask for this name."""
        account = self.model(email=self.normalize_email(email), **extra)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """What somebody signs in with. The moment of the last sign-in is not kept: it would tell who came when (S24)."""

    last_login = None
    id = RandomIdField()
    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountQuerySet()

    def __str__(self) -> str:
        """Give the opaque id, never the address."""
        return f"account:{self.pk}"

    @property
    def actor(self) -> Actor:
        """The actor that rules and actions are asked about."""
        person = self.person
        return Actor(ref=person.ref, person_id=person.pk, roles=frozenset(person.roles), account_id=self.pk)


class AccountInvitation(models.Model):
    """A single-use link with which a person makes an account. Only the token's digest is kept (S01)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="account_invitations")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"account invitation {self.pk}"


class Competence(Record):
    """A field in which members of this room are competent, as the team words it: detainees, constitution, aid ..."""

    name = MultilingualField(longest=120)
    position = models.PositiveSmallIntegerField(default=0)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """In the team's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)


class Profile(Record):
    """What a member says of themselves, alone and only as far as they like; every field may stay empty.

    It serves the balance of who is invited and protected figures. `region` is a place code (people.places).
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="profile")
    region = models.CharField(max_length=10, blank=True, db_index=True)
    situation = models.CharField(max_length=12, choices=list(SITUATIONS.items()), default=UNSAID, db_index=True)
    gender = models.CharField(max_length=8, choices=list(GENDERS.items()), default=UNSAID, db_index=True)
    age_band = models.CharField(max_length=8, choices=list(AGE_BANDS.items()), default=UNSAID, db_index=True)
    disability = models.CharField(max_length=8, choices=list(DISABILITIES.items()), default=UNSAID, db_index=True)
    languages = models.JSONField(default=list, blank=True)
    network = models.CharField(max_length=200, blank=True)
    competences = models.ManyToManyField(Competence, blank=True, related_name="profiles")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"profile {self.pk}"
