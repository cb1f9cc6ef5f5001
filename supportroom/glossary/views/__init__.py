"""Pages of the glossary and of the actors."""
