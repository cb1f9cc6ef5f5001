"""Pages of the roll, of oneself, and of the fields of competence."""
