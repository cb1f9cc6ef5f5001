"""Where something stands in a document, in the reader's words: "p3 l12" is page 3, line 12; "n7" paragraph 7.

Documents that come in by file keep their places in this short form; what a person typed stays as it is.
"""

import re
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from supportroom.web.formatting import isolate

WORDS: Final = {"p": _("page %(number)s"), "l": _("line %(number)s"), "n": _("paragraph %(number)s")}
CODED: Final = re.compile(r"[pln]\d{1,6}(?: l\d{1,6})?")


def place_known(place: str) -> Markup:
    """Return a place in a document as a reader calls it."""
    if not CODED.fullmatch(place):
        return isolate(place)
    words = [str(WORDS[part[0]]) % {"number": part[1:]} for part in place.split()]
    return isolate(gettext(", ").join(words))
