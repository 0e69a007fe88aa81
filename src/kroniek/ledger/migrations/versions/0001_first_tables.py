"""The first tables: articles, revisions, events and their parts"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies this migration."""
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
    )
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("added", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("coder_version", sa.String(), nullable=False),
        sa.Column("coder_lexicon", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_revisions_article_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revisions")),
        sa.UniqueConstraint(
            "article_number", "revision", name=op.f("uq_revisions_article_number_revision")
        ),
    )
    with op.batch_alter_table("revisions") as table:
        table.create_index(table.f("ix_revisions_id"), ["id"], unique=False)

    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("contexts", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.JSON(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("place", sa.JSON(), nullable=True),
        sa.Column("attribution", sa.JSON(), nullable=True),
        sa.Column("condition", sa.JSON(), nullable=True),
        sa.Column("trigger", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_number"], ["revisions.number"], name=op.f("fk_events_revision_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sa.UniqueConstraint("revision_number", "id", name=op.f("uq_events_revision_number_id")),
    )
    with op.batch_alter_table("events") as table:
        table.create_index(
            table.f("ix_events_first_day_last_day"), ["first_day", "last_day"], unique=False
        )
        table.create_index(table.f("ix_events_id"), ["id"], unique=False)
        table.create_index(table.f("ix_events_revision_number"), ["revision_number"], unique=False)
        table.create_index(table.f("ix_events_status"), ["status"], unique=False)
        table.create_index(table.f("ix_events_type"), ["type"], unique=False)

    op.create_table(
        "relations",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_number"], ["revisions.number"], name=op.f("fk_relations_revision_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_relations")),
    )
    with op.batch_alter_table("relations") as table:
        table.create_index(
            table.f("ix_relations_revision_number"), ["revision_number"], unique=False
        )

    op.create_table(
        "evidence",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_number"], ["events.number"], name=op.f("fk_evidence_event_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence") as table:
        table.create_index(table.f("ix_evidence_event_number"), ["event_number"], unique=False)

    op.create_table(
        "parties",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_number", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_number"], ["events.number"], name=op.f("fk_parties_event_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_parties")),
    )
    with op.batch_alter_table("parties") as table:
        table.create_index(table.f("ix_parties_event_number"), ["event_number"], unique=False)
        table.create_index(table.f("ix_parties_side_code"), ["side", "code"], unique=False)

    op.create_table(
        "quantities",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_number"], ["events.number"], name=op.f("fk_quantities_event_number")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_quantities")),
    )
    with op.batch_alter_table("quantities") as table:
        table.create_index(table.f("ix_quantities_event_number"), ["event_number"], unique=False)
        table.create_index(table.f("ix_quantities_unit"), ["unit"], unique=False)
