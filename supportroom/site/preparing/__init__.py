"""Making the files of an edition, in a folder that no address leads to until the edition is in the database."""

from supportroom.site.preparing.files import Prepared, discard, settle, sweep
from supportroom.site.preparing.papers import ground_of, prepare_paper_edition
from supportroom.site.preparing.reports import prepare_edition

__all__ = ["Prepared", "discard", "ground_of", "prepare_edition", "prepare_paper_edition", "settle", "sweep"]
