"""The record over time: statements, commitments, reactions, contradictions, and verdicts"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies this migration."""
    op.create_table(
        "record",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_record")),
    )
    op.create_index(op.f("ix_record_part_day"), "record", ["part", "day"])
    op.create_index(op.f("ix_record_part_id"), "record", ["part", "id"])

    op.create_table(
        "record_parties",
        sa.Column("record_number", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_number"], ["record.number"], name=op.f("fk_record_parties_record_number")
        ),
        sa.PrimaryKeyConstraint("record_number", "side", "key", name=op.f("pk_record_parties")),
    )
    op.create_index(op.f("ix_record_parties_side_key"), "record_parties", ["side", "key"])

    op.create_table(
        "record_verdicts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_record_verdicts")),
    )
    op.create_index(op.f("ix_record_verdicts_id"), "record_verdicts", ["id"])
