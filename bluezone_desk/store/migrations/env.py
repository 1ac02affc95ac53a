"""Run by Alembic inside the transaction that `migration.migrate` opened; there is no other way in."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    render_as_batch=True,
)
context.run_migrations()
