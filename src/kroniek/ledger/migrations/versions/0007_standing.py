"""How events stand after what people decided"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None

STAND = """
INSERT INTO standing (event_number, article_number, state)
SELECT events.number, revisions.article_number, 'open'
FROM events JOIN revisions ON revisions.number = events.revision_number
WHERE NOT EXISTS (
    SELECT 1 FROM revisions AS later
    WHERE later.article_number = revisions.article_number AND later.revision > revisions.revision
)
"""


def upgrade() -> None:
    """Applies this migration."""
    with op.batch_alter_table("events") as table:
        table.add_column(sa.Column("review", sa.Integer(), nullable=False, server_default="0"))
        table.drop_constraint(table.f("uq_events_revision_number_id"), type_="unique")
        table.create_unique_constraint(
            table.f("uq_events_revision_number_id_review"), ["revision_number", "id", "review"]
        )
    op.create_table(
        "standing",
        sa.Column("event_number", sa.Integer(), nullable=False),
        sa.Column("article_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("review", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_number"], ["events.number"], name=op.f("fk_standing_event_number")
        ),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_standing_article_number")
        ),
        sa.ForeignKeyConstraint(["review"], ["reviews.number"], name=op.f("fk_standing_review")),
        sa.PrimaryKeyConstraint("event_number", name=op.f("pk_standing")),
    )
    op.create_index(op.f("ix_standing_article_number"), "standing", ["article_number"])
    op.create_index(op.f("ix_standing_state_event_number"), "standing", ["state", "event_number"])
    op.get_bind().exec_driver_sql(STAND)
