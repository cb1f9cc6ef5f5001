"""States of a paper, what happens next in each, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

DRAFTING, IN_COMMENT, ANSWERING, JOINT, ADOPTED = "drafting", "in_comment", "answering", "joint", "adopted"
WITH_OFFICE, DECIDING, HELD_BACK, RELEASED, PUBLISHED = "with_office", "deciding", "held_back", "released", "published"
PAPER_STATES = {
    DRAFTING: pgettext_lazy("paper", "being drafted"),
    IN_COMMENT: pgettext_lazy("paper", "in comment"),
    ANSWERING: pgettext_lazy("paper", "comments being answered"),
    JOINT: pgettext_lazy("paper", "joint paper before the members"),
    ADOPTED: pgettext_lazy("paper", "adopted"),
    WITH_OFFICE: pgettext_lazy("paper", "with the office"),
    DECIDING: pgettext_lazy("paper", "publication being decided"),
    HELD_BACK: pgettext_lazy("paper", "held back by the members"),
    RELEASED: pgettext_lazy("paper", "released for publication"),
    PUBLISHED: pgettext_lazy("paper", "published"),
}
PAPER_NEXT = {
    DRAFTING: _("The group writes; then it opens the paper to the comments of all members."),
    IN_COMMENT: _("All members can comment until the window closes."),
    ANSWERING: _("The group answers every comment; then it puts the joint paper before the members."),
    JOINT: _("The members say whether they adopt it; who is opposed can file an opposing opinion."),
    ADOPTED: _("The paper goes to the Envoy's office, with a date until which it can give notes."),
    WITH_OFFICE: _("The office gives notes, has no reservations, or lets the date pass; each is shown."),
    DECIDING: _("The members decide whether it is published."),
    HELD_BACK: _("The members decided against publication; the group can ask them again."),
    RELEASED: _("The team publishes it, with its opposing opinions and its history."),
    PUBLISHED: _("It is public. A correction is published as a new edition, with a note."),
}
TONES = {
    DRAFTING: "quiet",
    IN_COMMENT: "waiting",
    ANSWERING: "open",
    JOINT: "waiting",
    ADOPTED: "settled",
    WITH_OFFICE: "waiting",
    DECIDING: "waiting",
    HELD_BACK: "refused",
    RELEASED: "settled",
    PUBLISHED: "settled",
}
WRITABLE = (DRAFTING, ANSWERING)
OFFICE_READS = (WITH_OFFICE, DECIDING, HELD_BACK, RELEASED, PUBLISHED)
ROOM_READS = (RELEASED, PUBLISHED)
BY_HAND, FOR_COMMENTS, FOR_ADOPTION, FOR_OFFICE, FOR_RELEASE, FOR_EDITION = (
    "by_hand",
    "comments",
    "adoption",
    "office",
    "release",
    "edition",
)
OCCASIONS = {
    BY_HAND: _("Kept by the group"),
    FOR_COMMENTS: _("As opened to comments"),
    FOR_ADOPTION: _("As put before the members"),
    FOR_OFFICE: _("As sent to the Envoy's office"),
    FOR_RELEASE: _("As the members were asked to release it"),
    FOR_EDITION: _("As published"),
}
SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"
FATES = {
    SAME: pgettext_lazy("paragraph", "unchanged"),
    CHANGED: pgettext_lazy("paragraph", "changed"),
    ADDED: pgettext_lazy("paragraph", "new"),
    REMOVED: pgettext_lazy("paragraph", "taken out"),
}
EDITING_MINUTES = 5

ERRORS = declare_errors(
    {
        "papers.not_being_written": _("The paper is not open for writing now."),
        "papers.begun_already": _("This group has begun its paper already."),
        "papers.no_language": _("A paper is written in at least one of the room's languages."),
        "papers.only_translations": _("You can write translations; the words of the original belong to the group."),
        "papers.nothing_kept": _("Nothing is left to bring in."),
        "papers.too_many": _("This file has more than %(most)s paragraphs. Bring it in parts."),
        "papers.paragraph_too_long": _(
            "A paragraph has at most %(most)s characters. Divide the longer ones in the file."
        ),
        "papers.moved_on": _("The paper changed since this was shown. Look at it once more, as it stands now."),
        "papers.adopted_words": _("The words of the original stand as they are now; translations can be written."),
    }
)
