"""What the room costs, measured against its budgets: `python -m benchmarks` (or `make bench`)."""
