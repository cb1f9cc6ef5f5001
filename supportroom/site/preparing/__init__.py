"""Making the files of an edition, in a folder that no address leads to until the edition is in the database."""

from supportroom.site.preparing.files import Prepared, discard, settle
from supportroom.site.preparing.reports import prepare_edition

__all__ = ["Prepared", "discard", "prepare_edition", "settle"]
