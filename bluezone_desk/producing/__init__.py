"""From what was asked to a finished paper: one road for window, command line, closing time and demo."""
