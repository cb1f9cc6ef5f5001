"""Persons, accounts, organisations, profiles."""

import secrets
import unicodedata
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.crypto import salted_hmac

from supportroom.kernel.actors import Actor
from supportroom.kernel.encrypted import BlindIndexField, EncryptedEmailField, EncryptedField, indexes_of
from supportroom.kernel.ids import random_id
from supportroom.kernel.models import RandomIdField, Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.vocabulary import (
    AGE_BANDS,
    ASKED,
    DISABILITIES,
    GENDERS,
    LIVING,
    LONGEST_DEVICE_NAME,
    RECOVERY_STATES,
    SITUATIONS,
    UNSAID,
)

STAMP_BYTES = 12


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

    name = EncryptedField(max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="persons"
    )
    language = models.CharField(max_length=12, default="ar")
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    roles = models.JSONField(default=list, blank=True)
    search_text = EncryptedField(blank=True, editable=False)

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
        return self.at_address(username or "").get()

    def at_address(self, address: str) -> "models.QuerySet[Account]":
        """Keep the account of an e-mail address, whatever its case, without opening any (S44)."""
        return self.filter(email_index__in=indexes_of(self.model, "email", address))

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "Account":
        """Build and store an account: Django's own commands ask for this name."""
        account = self.model(email=self.normalize_email(email), **extra)
        account.set_password(password)
        account.save(using=self._db)
        return account


def new_stamp() -> str:
    """Give random letters for an account's stamp."""
    return secrets.token_urlsafe(STAMP_BYTES)


class Account(AbstractBaseUser):
    """What somebody signs in with. The moment of the last sign-in is not kept: it would tell who came when (S24).

    `stamp` stands in every session and in every known browser's mark: another stamp, and all of them are over.
    """

    last_login = None
    id = RandomIdField()
    stamp = models.CharField(max_length=22, default=new_stamp, editable=False)
    email = EncryptedEmailField()
    email_index = BlindIndexField(of="email", unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email_index"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountQuerySet()

    def __str__(self) -> str:
        """Give the opaque id, never the address."""
        return f"account:{self.pk}"

    def set_password(self, raw_password: str | None) -> None:
        """Keep a password's hash: of the same letters, however a keyboard puts them together (NFC)."""
        super().set_password(raw_password and unicodedata.normalize("NFC", raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """Tell whether this is the password. Nothing is written: a new hash would tell of the sign-in."""
        return check_password(raw_password and unicodedata.normalize("NFC", raw_password), self.password)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        salt = "supportroom.people.models.Account"
        return salted_hmac(salt, f"{self.password}{self.stamp}", secret=secret, algorithm="sha256").hexdigest()

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
    network = EncryptedField(max_length=200, blank=True)
    competences = models.ManyToManyField(Competence, blank=True, related_name="profiles")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"profile {self.pk}"


class SignedIn(AbstractBaseSession):
    """Who is signed in, and where half-way. The key is kept as a digest: who reads the database can use none (S06)."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="sessions")

    def __str__(self) -> str:
        """Give the digest's beginning."""
        return f"signed in {self.session_key[:8]}"

    @classmethod
    def get_session_store_class(cls) -> type[Any]:
        """Give what reads these rows: Django asks for it by this name."""
        from supportroom.people.sessions import SessionStore  # noqa: PLC0415 - which itself asks for these rows

        return SessionStore


class SecondFactor(models.Model):
    """What an account's codes are made from, together with the server's own key: the row alone makes none (S03)."""

    account = models.OneToOneField(Account, primary_key=True, on_delete=models.CASCADE, related_name="second_factor")
    seed = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Give the opaque id of the account."""
        return f"second factor of account:{self.account_id}"


class Passkey(models.Model):
    """A passkey of an account, for one address of the room; public key and id, no make of a device, no moment (S24).

    `sign_count` is what the device counts itself, nothing where it does not: one that counts back was copied.
    """

    id = RandomIdField()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=LONGEST_DEVICE_NAME)
    host = models.CharField(max_length=253)
    credential = models.CharField(max_length=2046, unique=True)
    public_key = models.CharField(max_length=4000)
    sign_count = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"passkey {self.pk}"


class RecoveryCode(models.Model):
    """A code for the day when the phone is lost, kept as a digest; the row goes when it is used."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        """Give the opaque id of the account."""
        return f"recovery code of account:{self.account_id}"


class UsedCode(models.Model):
    """That a six-digit code was used: the digest of it and its half minute, so that it is not taken twice."""

    digest = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        """Give the digest's beginning."""
        return self.digest[:8]


class Wait(models.Model):
    """Until when whoever guessed has to wait. `key` is a digest of an account and the browser that tried it."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=1)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Give the digest's beginning."""
        return self.key[:8]


class Recovery(Record):
    """That two of the team let somebody in anew who lost password or phone: after a day, in which it can be stopped."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recoveries")
    state = models.CharField(max_length=12, choices=RECOVERY_STATES, default=ASKED)
    asked_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    opens_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    digest = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        """One at a time."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(state__in=LIVING), name="one_living_recovery_an_account"
            )
        ]

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"recovery {self.pk}"
