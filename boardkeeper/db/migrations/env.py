"""Alembic's way in: runs the revisions on the connection it is handed."""

from __future__ import annotations

from alembic import context

from boardkeeper.db.metadata import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
