"""The pages of points: a session's board, points, checks, bringing points in. One file a noun."""
