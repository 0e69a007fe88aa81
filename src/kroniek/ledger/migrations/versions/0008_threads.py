"""Threads: one event in many articles, and which articles are copies"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies this migration."""
    op.create_table(
        "threads",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("contexts", sa.String(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_threads")),
    )
    for name, columns in (
        ("ix_threads_id", ["id"]),
        ("ix_threads_type", ["type"]),
        ("ix_threads_first_day_number", ["first_day", "number"]),
    ):
        op.create_index(op.f(name), "threads", columns)
    op.create_table(
        "thread_parties",
        sa.Column("thread_number", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_number"], ["threads.number"], name=op.f("fk_thread_parties_thread_number")
        ),
        sa.PrimaryKeyConstraint("thread_number", "side", "key", name=op.f("pk_thread_parties")),
    )
    op.create_index(op.f("ix_thread_parties_side_key"), "thread_parties", ["side", "key"])
    op.create_table(
        "thread_events",
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("thread_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_number"], ["threads.number"], name=op.f("fk_thread_events_thread_number")
        ),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_thread_events")),
    )
    op.create_index(op.f("ix_thread_events_thread_number"), "thread_events", ["thread_number"])
    op.create_table(
        "copies",
        sa.Column("article_number", sa.Integer(), nullable=False),
        sa.Column("original_number", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_copies_article_number")
        ),
        sa.ForeignKeyConstraint(
            ["original_number"], ["articles.number"], name=op.f("fk_copies_original_number")
        ),
        sa.PrimaryKeyConstraint("article_number", name=op.f("pk_copies")),
    )
    op.create_index(op.f("ix_copies_original_number"), "copies", ["original_number"])
    op.create_table(
        "thread_mark",
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_thread_mark")),
    )
