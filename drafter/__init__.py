"""Write community documents from real facts, and trace every number in them back to what was entered."""

__version__ = "0.1.0"
