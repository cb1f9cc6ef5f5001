"""What stands between a paper and the members: the clear list of what is missing."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supportroom.papers.versions import VersionView


def what_is_missing(view: VersionView) -> list[str | Promise]:
    """List what a text lacks before anybody can adopt it: a title, a paragraph, headings that nothing stands under."""
    missing: list[str | Promise] = []
    if not view.title:
        missing.append(_("it has no title"))
    if not any(each.number is not None and str(each.content).strip() for each in view.shown):
        missing.append(_("it has no paragraph"))
    if any(not str(each.content).strip() for each in view.shown):
        missing.append(_("a paragraph is empty in its original language"))
    return missing
