"""Everything that a database holds, as one file that any database of this program takes back."""
