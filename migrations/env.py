"""What Alembic runs for each command. The connection comes from services.schema; logging is left alone."""

from __future__ import annotations

from alembic import context

from services import schema
from services.models import Base


def run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        include_object=schema.is_described_by_models,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
