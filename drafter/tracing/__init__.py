"""Mentions and facts to traces: which fact backs each number of a draft, and how, or why none does. Pure."""
