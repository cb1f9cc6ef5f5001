"""What the periodic work does with stored files."""

from supportroom.files.actions.periodic import forget_allowances, refuse_file, release_file

__all__ = ["forget_allowances", "refuse_file", "release_file"]
