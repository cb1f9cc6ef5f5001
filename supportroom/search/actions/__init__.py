"""The one thing that is done to the index."""

from supportroom.search.actions.index import fill_index

__all__ = ["fill_index"]
