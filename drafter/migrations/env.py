"""Run by Alembic for each upgrade: the connection is handed over by drafter/database.py, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
