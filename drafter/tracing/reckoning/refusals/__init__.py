"""Which reckonings the words rule out, although their outcome is the number: of other things, another base, turned."""
