"""Numbers that follow from several facts: the ways of reckoning, by what the words around a number call for."""
