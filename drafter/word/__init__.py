"""A draft as Word files: the clean file, the review copy, the evidence, and what comes back from Word."""
