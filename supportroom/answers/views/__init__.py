"""Pages of letters, answers, steps and deliveries."""
