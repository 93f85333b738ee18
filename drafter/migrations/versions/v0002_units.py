"""Drafts, preferences and own document types belong to a unit: the nameless one where nobody signs in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give every row to the nameless unit; names and keys are unique within a unit from now on."""
    op.add_column("works", sa.Column("owner", sa.String(200), nullable=False, server_default=""))
    op.create_index("ix_works_owner", "works", ["owner"])
    op.rename_table("preferences", "preferences_of_all")
    op.create_table(
        "preferences",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name="preferences_of_unit"),
    )
    op.execute("INSERT INTO preferences (owner, name, content) SELECT '', name, content FROM preferences_of_all")
    op.drop_table("preferences_of_all")
    op.rename_table("document_types", "document_types_of_all")
    op.create_table(
        "document_types",
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", "key", name="document_types_of_unit"),
        sa.UniqueConstraint("owner", "name", name="document_type_names_of_unit"),
    )
    op.execute(
        "INSERT INTO document_types (owner, key, name, content)"
        " SELECT '', key, name, content FROM document_types_of_all"
    )
    op.drop_table("document_types_of_all")
