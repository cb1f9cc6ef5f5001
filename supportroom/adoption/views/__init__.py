"""Pages, by what they are about: adopting, opinions, the review, the release."""
