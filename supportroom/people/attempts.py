"""What is noted at the door of wrong tries and used codes, and in no journal: it would tell who came when (S07, S24).

A wait grows from 1 to 42 seconds for each account and browser. Browsers that an account knows wait for their own
mistakes alone; all others share one wait, so that whoever guesses cannot begin anew as somebody else. Nobody's network
address is asked: behind Tor everybody shares it. An account is never locked.
"""

from datetime import timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from supportroom.kernel.clock import now
from supportroom.people.models import Account, Passkey, RecoveryCode, UsedCode, Wait
from supportroom.people.second_factor import digest_of_code, fitting_step, recent_steps
from supportroom.people.sessions import SessionStore

GROWING: Final = (1, 1, 2, 3, 5, 8, 13, 21, 34, 42)
FORGOTTEN_AFTER: Final = timedelta(days=1)


def key_of(*parts: str) -> str:
    """Give the digest under which tries are counted; nobody can be read from it without the server's key."""
    return salted_hmac("supportroom.people.attempts", "\x1f".join(parts), algorithm="sha256").hexdigest()


def take_turn(key: str) -> int:
    """Take a try; give 0 if it may be made, else how many seconds are left to wait. The wait runs from now on.

    It is taken before anything is looked at: of a hundred tries at the same instant one is made.
    """
    moment = now()
    row = Wait.objects.filter(key=key).first()
    if row is None:
        try:
            with transaction.atomic():
                Wait.objects.create(key=key, until=moment + timedelta(seconds=GROWING[0]))
        except IntegrityError:
            return GROWING[0]
        return 0
    wait = timedelta(seconds=GROWING[min(row.failures, len(GROWING) - 1)])
    free = Wait.objects.filter(key=key, until__lte=moment, failures=row.failures)
    if free.update(failures=F("failures") + 1, until=moment + wait):
        return 0
    return max(1, -int((moment - row.until).total_seconds() // 1))


def went_well(key: str, *, is_known: bool) -> None:
    """Note that the last try was right: a known browser begins anew, of the others one try is taken back.

    What is left does not say when: to the second it would tell who came in at which moment.
    """
    rows, hour = Wait.objects.filter(key=key), now().replace(minute=0, second=0, microsecond=0)
    if is_known or not rows.filter(failures__gt=1).update(failures=F("failures") - 1, until=hour):
        rows.delete()


def use_code(account: Account, seed: str, code: str) -> bool:
    """Take the six digits of this half minute, or of the one before or after, once; tell whether they were right."""
    step = fitting_step(seed, code)
    if step is None:
        return False
    try:
        with transaction.atomic():
            UsedCode.objects.create(digest=f"{key_of('account', str(account.pk))[:24]}{_of_step(step)}")
    except IntegrityError:
        return False
    return True


def use_recovery_code(account: Account, code: str) -> bool:
    """Take a recovery code once; tell whether it was one."""
    return bool(RecoveryCode.objects.filter(account=account, digest=digest_of_code(code)).delete()[0])


def count_on(passkey: Passkey, counted: int) -> bool:
    """Note how often a passkey says it signed; tell whether that is more than before. Many devices never count: 0."""
    if counted == 0 and passkey.sign_count == 0:
        return True
    return bool(Passkey.objects.filter(pk=passkey.pk, sign_count__lt=counted).update(sign_count=counted))


def forget() -> None:
    """Forget the tries of yesterday, the codes that are over, and sessions that are over. Periodic work."""
    Wait.objects.filter(until__lt=now() - FORGOTTEN_AFTER).delete()
    lasting = Q()
    for step in recent_steps():
        lasting |= Q(digest__endswith=_of_step(step))
    UsedCode.objects.exclude(lasting).delete()
    SessionStore.clear_expired()


def _of_step(step: int) -> str:
    return key_of("used", str(step))[:40]
