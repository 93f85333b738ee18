"""`python -m drafter` is the same as the console script `drafter`."""

from drafter.cli.main import main

main()
