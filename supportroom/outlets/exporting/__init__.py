"""The whole public site as files that link to one another: for a mirror, a memory stick, an onion service.

`asking` reads pages as a visitor would, `crawling` finds all of them from the map of the site, `naming` says under
which name each address lies, `rewriting` turns links into relative ones and forms into a sentence, `offline` writes the
index that a small script searches, `copying` does all of it into a folder or a ZIP.
"""

from supportroom.outlets.exporting.copying import Copied, copy_site

__all__ = ["Copied", "copy_site"]
