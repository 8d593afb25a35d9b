"""What one may read of calls and applications."""
