"""What people type about the register, as plain values."""
