"""Full-text search over articles

Both stores have an index `article_words` that a trigger on `revisions` fills, so that it is
right however a revision was added. A later migration that makes `revisions` anew (SQLite, batch
mode) has to make the trigger anew too.
"""

from alembic import op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE = (
    """
    CREATE VIRTUAL TABLE article_words USING fts5(
        title, text, content='revisions', content_rowid='number',
        tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER article_words_added AFTER INSERT ON revisions BEGIN
        INSERT INTO article_words (rowid, title, text) VALUES (new.number, new.title, new.text);
    END
    """,
    "INSERT INTO article_words (article_words) VALUES ('rebuild')",
)

# Words are folded as unicode61 folds them: without diacritics, and nothing but letters and digits
# in a word. The dictionaries stem but drop no stop words, because some of those are names in
# capitals (WHO, IS). A tsvector holds at most 1 MB, hence the limit on what is indexed.
POSTGRESQL = (
    """
    CREATE FUNCTION kroniek_folded(words text) RETURNS text IMMUTABLE STRICT LANGUAGE sql AS $$
        SELECT regexp_replace(
            regexp_replace(normalize(left(words, 200000), NFD), '[\\u0300-\\u036f]+', '', 'g'),
            '[\\u0001-/:-@\\[-`{-\\u00a9\\u00ab-\\u00b1\\u00b4\\u00b6-\\u00b8\\u00bb\\u00bf'
            '\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u3000-\\u303f]+', ' ', 'g'
        )
    $$
    """,
    "CREATE TEXT SEARCH DICTIONARY kroniek_en (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH DICTIONARY kroniek_nl (TEMPLATE = snowball, LANGUAGE = dutch)",
    "CREATE TEXT SEARCH CONFIGURATION kroniek_en (COPY = english)",
    "CREATE TEXT SEARCH CONFIGURATION kroniek_nl (COPY = dutch)",
    "CREATE TEXT SEARCH CONFIGURATION kroniek_other (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION kroniek_en ALTER MAPPING REPLACE english_stem WITH kroniek_en",
    "ALTER TEXT SEARCH CONFIGURATION kroniek_nl ALTER MAPPING REPLACE dutch_stem WITH kroniek_nl",
    """
    CREATE FUNCTION kroniek_config(lang text) RETURNS regconfig STABLE STRICT LANGUAGE sql AS $$
        SELECT CASE lang WHEN 'en' THEN 'kroniek_en' WHEN 'nl' THEN 'kroniek_nl'
            ELSE 'kroniek_other' END::regconfig
    $$
    """,
    """
    CREATE FUNCTION kroniek_words(lang text, title text, body text) RETURNS tsvector
    STABLE STRICT LANGUAGE sql AS $$
        SELECT setweight(to_tsvector(kroniek_config(lang), kroniek_folded(title)), 'A')
            || setweight(to_tsvector(kroniek_config(lang), kroniek_folded(body)), 'D')
    $$
    """,
    """
    CREATE TABLE article_words (
        revision_number integer PRIMARY KEY REFERENCES revisions (number),
        lang text NOT NULL,
        words tsvector NOT NULL
    )
    """,
    "CREATE INDEX article_words_words ON article_words USING gin (words)",
    """
    CREATE FUNCTION kroniek_index_words() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO article_words VALUES (
                new.number, new.lang, kroniek_words(new.lang, new.title, new.text)
            );
            RETURN NULL;
        END
    $$
    """,
    """
    CREATE TRIGGER article_words_added AFTER INSERT ON revisions
    FOR EACH ROW EXECUTE FUNCTION kroniek_index_words()
    """,
    """
    INSERT INTO article_words SELECT number, lang, kroniek_words(lang, title, text) FROM revisions
    """,
)


def upgrade() -> None:
    """Applies this migration."""
    connection = op.get_bind()
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)
