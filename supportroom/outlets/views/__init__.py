"""What leaves the room."""
