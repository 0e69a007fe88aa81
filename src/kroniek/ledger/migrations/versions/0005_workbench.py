"""Accounts and reviews of the workbench"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Applies this migration."""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("added", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_accounts")),
    )
    op.create_table(
        "sign_ins",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("seen", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.name"], name=op.f("fk_sign_ins_account")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sign_ins")),
    )
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("event", sa.JSON(), nullable=True),
        sa.Column("blind", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_reviews_article_number")
        ),
        sa.ForeignKeyConstraint(["undoes"], ["reviews.number"], name=op.f("fk_reviews_undoes")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_article_number"), "reviews", ["article_number"])
    op.create_index(
        op.f("ix_parties_event_number_side_code"), "parties", ["event_number", "side", "code"]
    )
