"""What is promised against whom and what is not, in the words of the product; at length in docs/threat-model.md."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import Phrase


@dataclass(frozen=True)
class Promise:
    """Somebody who might want to harm a member: what they can do, what the room promises, what it cannot."""

    who: Phrase
    can: Phrase
    promised: Phrase
    cannot: Phrase


PROMISES: Final[tuple[Promise, ...]] = (
    Promise(
        _("Somebody takes your phone while you are signed in"),
        _("They see and do what you could in that moment."),
        _(
            "You are signed out after a short while without use. Nothing of the room stays in the browser. What you"
            " said in closed sessions is not shown as yours. The one you trust can lock your account from elsewhere."
        ),
        _("What was on the screen, screenshots, and programs that spy on the phone. The history of the browser stays."),
    ),
    Promise(
        _("Somebody forces you to give up your password"),
        _("They have your whole account."),
        _(
            "The one you trust, or two of the team, lock it. What you said in closed sessions under the Chatham House"
            " Rule cannot be found through it, since the room itself no longer knows. After a lock the old password"
            " opens nothing, ever."
        ),
        _("What is written with your account until it is locked."),
    ),
    Promise(
        _("Somebody takes the server or a backup, switched off"),
        _("They read the disk as far as it is not encrypted."),
        _(
            "Who said what in closed sessions, and who answered what in closed checks, is not on it. Backups are"
            " encrypted to a key that the server does not have."
        ),
        _("The rest, where the disk was not encrypted, or its key lay beside it."),
    ),
    Promise(
        _("Somebody controls the server while it runs"),
        _("They can read along and change the programs."),
        _(
            "The people running this server could see what you type while you are connected. After a session under the"
            " Chatham House Rule closes, we delete the key that ties words to people; nobody, including us, can"
            " restore it."
        ),
        _("Everything that is typed from then on."),
    ),
    Promise(
        _("Somebody of the team, or a facilitator, is curious"),
        _("They use the pages that the team has."),
        _(
            "No page shows the team who said, supported or chose what. To take a list of people along, to unlock an"
            " account, to name who takes reports, or to take somebody into the team, two people are needed, and it is"
            " written down who."
        ),
        _("Somebody who runs the machine itself."),
    ),
    Promise(
        _("A donor, an observer, the Envoy's office"),
        _("They read what the room hands over or publishes."),
        _("They get what is released, and figures in which nobody can be counted out: never fewer than five."),
        _("What somebody can guess from style or content in a small group."),
    ),
    Promise(
        _("Somebody watches your connection"),
        _("They see with whom your device speaks, when and how much."),
        _(
            "What you read and write is encrypted on the way. No page calls another company's server. Mails say only"
            " that something waits. The room works in the Tor Browser and without scripts."
        ),
        _("That you visit this address, unless you come through Tor."),
    ),
    Promise(
        _("A member passes things on"),
        _("They can copy, photograph and tell what they see."),
        _("They see only what their part in a round or group needs. What was adopted or published cannot be altered."),
        _("That nobody takes a picture of a screen."),
    ),
)
