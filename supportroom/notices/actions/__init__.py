"""What is done with notices and mails. Telling, digests and sending are done by the room itself, in periodic work."""

from supportroom.notices.actions.choosing import choose_pace, read_notices, trust_address
from supportroom.notices.actions.digests import queue_digests
from supportroom.notices.actions.following import follow, unfollow
from supportroom.notices.actions.forgetting import forget_old
from supportroom.notices.actions.sending import hold_back_mail, send_mail, try_again
from supportroom.notices.actions.telling import tell

__all__ = [
    "choose_pace",
    "follow",
    "forget_old",
    "hold_back_mail",
    "queue_digests",
    "read_notices",
    "send_mail",
    "tell",
    "trust_address",
    "try_again",
    "unfollow",
]
