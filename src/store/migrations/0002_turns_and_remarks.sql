-- The quarter of which a round is the full pulse, as 4 * year + 0 to 3; NULL for a short one. Settled at opening, so that
-- what a round asked never depends on a later schedule.
ALTER TABLE round ADD COLUMN full_quarter INTEGER;

-- Open answers by what they answer: the survey's name for the question, or example: and a statement's id.
CREATE TABLE remark (
    sheet_id  BLOB NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    question  TEXT NOT NULL,
    text      TEXT NOT NULL,
    is_masked INTEGER NOT NULL DEFAULT 0 CHECK (is_masked IN (0, 1)),
    PRIMARY KEY (sheet_id, question)
) STRICT, WITHOUT ROWID;
