"""Pages of questions: for the public, and for the team that answers."""
