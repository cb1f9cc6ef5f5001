"""How often anything may be asked: one table, one mechanism (S39).

Who is signed in has a bucket of tokens for each kind of thing; whoever is not shares one with all who are not, since
everybody behind Tor has the same network address: no limit ever asks for one. Who comes when it is empty is told when
to come again, and gets back what they typed. `@limited("exports")` names the kind of a view; a form that is sent to any
other view counts among `posts`, `uploads` or `public forms` by itself.

Buckets live in the process: nothing that tells when somebody was here is stored (S15). With several processes an
account has as many buckets as there are processes (decision 29).
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

Rate = tuple[float, float]
Refuse = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class Limit:
    """Tokens a second and how many are saved up: for each account, and for all visitors together; None: no limit."""

    account: Rate | None
    visitors: Rate | None


LIMITS: Final = {
    "posts": Limit((1.0, 120.0), (2.0, 120.0)),
    "uploads": Limit((0.1, 30.0), (0.1, 30.0)),
    "exports": Limit((0.1, 20.0), (2.0, 40.0)),
    "invitations": Limit((0.2, 60.0), (0.2, 60.0)),
    "public forms": Limit((1.0, 120.0), (2.0, 120.0)),
    "search": Limit((5.0, 60.0), (20.0, 60.0)),
    "interface": Limit((20.0, 80.0), (20.0, 80.0)),
    "card": Limit((2.0, 20.0), (2.0, 20.0)),
    "always": Limit(None, None),  # at any moment: to sign in (which has delays of its own: S07), to leave, to lock
}
MOST_BUCKETS: Final = 20_000
NOT_GIVEN_BACK: Final = ("csrfmiddlewaretoken", "password", "code")


class Bucket:
    """Tokens that come at a steady rate and are saved up to a most; each answer takes one."""

    def __init__(self, rate: float, most: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Take tokens a second, how many are saved up, and the clock."""
        self.rate, self.most, self.clock = rate, most, clock
        self._left, self._at = most, clock()
        self._lock = threading.Lock()

    def take(self) -> int:
        """Take a token; give 0, or in how many seconds there will be one."""
        with self._lock:
            moment = self.clock()
            self._left = min(self.most, self._left + (moment - self._at) * self.rate)
            self._at = moment
            if self._left < 1:
                return ceil((1 - self._left) / self.rate)
            self._left -= 1
            return 0


class Buckets:
    """The buckets of this process; who did not come for longest is forgotten first, and begins with a full one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the clock."""
        self.clock = clock
        self._kept: OrderedDict[tuple[str, str], Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, name: str, who: str, *, is_account: bool) -> int:
        """Take a token under a name of the table for somebody; give 0, or in how many seconds there will be one."""
        rate = LIMITS[name].account if is_account else LIMITS[name].visitors
        if rate is None:
            return 0
        with self._lock:
            bucket = self._kept.setdefault((name, who), Bucket(*rate, self.clock))
            self._kept.move_to_end((name, who))
            if len(self._kept) > MOST_BUCKETS:
                self._kept.popitem(last=False)
        return bucket.take()


buckets = Buckets()


def limited(name: str, refuse: Refuse | None = None) -> Callable[[Any], Any]:
    """Name the limit of a view, and how it refuses where that is no page; KeyError for a name not in the table."""
    _ = LIMITS[name]

    def mark(view: Any) -> Any:
        view.limit, view.refuse_more = name, refuse
        return view

    return mark


class KeepToLimits:
    """Let a request pass while its limit has tokens; answer 429 with Retry-After otherwise."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take the next layer."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], given: dict[str, Any]
    ) -> HttpResponse | None:
        """Take a token for the view that is asked; give the refusal where there is none."""
        name = limit_of(request, view) if settings.LIMITS_ARE_ON else ""
        if not name:
            return None
        wait = buckets.take(name, _who(request, name, given), is_account=request.user.is_authenticated)
        if not wait:
            return None
        refuse = getattr(view, "refuse_more", None)
        answer: HttpResponse = refuse(request) if refuse else too_many(request, wait)
        answer.headers["Retry-After"] = str(wait)
        return answer


def limit_of(request: HttpRequest, view: Any) -> str:
    """Give the name of the limit under which a request falls; nothing for plain reading."""
    named: str = getattr(view, "limit", "")
    if named or request.method != "POST":
        return named
    if getattr(view, "takes_files", False) and request.FILES:
        return "uploads"
    return "posts" if request.user.is_authenticated else "public forms"


def _who(request: HttpRequest, name: str, given: dict[str, Any]) -> str:
    """Give whose bucket it is: an account's, that of the link by which somebody came, or that of all visitors."""
    if request.user.is_authenticated:
        return f"account {request.user.pk}"
    if "token" in given:
        return f"link {hash(given['token'])}"
    match = request.resolver_match
    return match.view_name if name == "public forms" and match else "everybody"


def too_many(request: HttpRequest, wait: int) -> HttpResponse:
    """Answer with a page that says how long to wait, and holds what was typed, to be sent again."""
    wording = ngettext("You can go on in %(n)s second.", "You can go on in %(n)s seconds.", wait) % {"n": wait}
    return held_back(request, 429, wording)


def held_back(request: HttpRequest, status: int, wording: str = "") -> HttpResponse:
    """Answer with the page of a status that holds what was typed; a bare one where the database does not answer."""
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(word in name for word in NOT_GIVEN_BACK)
    ]
    context = {
        "status": status,
        "wording": wording,
        "typed": typed,
        "texts": [value for name, value in typed if name != "once" and " " in value.strip()],
        "has_files": bool(request.FILES),
    }
    try:
        return render(request, "web/too_many.html", context, status=status)
    except (DatabaseError, InterfaceError):
        return render(request, "web/bare_error.html", context, status=status)
