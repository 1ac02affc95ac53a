"""Bluezone Desk: the check-in program of an office's reception desk."""

__version__ = "0.1.0"
