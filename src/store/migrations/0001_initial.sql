-- Instants are seconds since 1970 (UTC); civil dates are ISO texts. Identities (person, seat, invitation) and
-- answers (sheet, answer) share no column: the pseudonym on a sheet needs the key file to lead anywhere.

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    id                   INTEGER PRIMARY KEY,
    slug                 TEXT NOT NULL UNIQUE,
    title_nl             TEXT NOT NULL,
    title_en             TEXT,
    purpose_nl           TEXT NOT NULL,
    purpose_en           TEXT,
    languages            TEXT NOT NULL,
    time_zone            TEXT NOT NULL,
    survey_slug          TEXT NOT NULL,
    mode                 TEXT CHECK (mode IN ('confidential', 'attributed')),
    threshold            INTEGER CHECK (threshold BETWEEN 3 AND 10),
    pseudonym_generation INTEGER NOT NULL DEFAULT 0,
    survey_version_id    INTEGER REFERENCES survey_version (id),
    plan_from            INTEGER NOT NULL DEFAULT 0,
    is_paused            INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1))
) STRICT;

CREATE INDEX agreement_by_survey_version ON agreement (survey_version_id);

CREATE TABLE article (
    id           INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    slug         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    UNIQUE (agreement_id, slug)
) STRICT;

CREATE TABLE article_version (
    article_id INTEGER NOT NULL REFERENCES article (id),
    since_on   TEXT NOT NULL,
    text_nl    TEXT NOT NULL,
    text_en    TEXT,
    agreed_by  TEXT,
    PRIMARY KEY (article_id, since_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner (
    id                    INTEGER PRIMARY KEY,
    agreement_id          INTEGER NOT NULL REFERENCES agreement (id),
    slug                  TEXT NOT NULL,
    name                  TEXT NOT NULL,
    kind                  TEXT NOT NULL,
    joined_on             TEXT NOT NULL,
    left_on               TEXT,
    consent_attributed_on TEXT,
    -- The day it was taken back: an older word in a file counts no more.
    consent_ended_on      TEXT,
    UNIQUE (agreement_id, slug)
) STRICT;

CREATE TABLE person (
    id                 INTEGER PRIMARY KEY,
    agreement_id       INTEGER NOT NULL REFERENCES agreement (id),
    partner_id         INTEGER REFERENCES partner (id),
    name               TEXT NOT NULL,
    mail               TEXT NOT NULL,
    phone              TEXT,
    language           TEXT NOT NULL,
    -- What the person chose; the language above is the file's.
    chosen_language    TEXT,
    role               TEXT CHECK (role IN ('executive', 'practitioner')),
    is_facilitator     INTEGER NOT NULL CHECK (is_facilitator IN (0, 1)),
    is_steering        INTEGER NOT NULL CHECK (is_steering IN (0, 1)),
    -- Chairs the steering group, and may release its reports.
    is_chair           INTEGER NOT NULL DEFAULT 0 CHECK (is_chair IN (0, 1) AND is_chair <= is_steering),
    is_contact         INTEGER NOT NULL CHECK (is_contact IN (0, 1)),
    wants_no_reminders INTEGER NOT NULL DEFAULT 0 CHECK (wants_no_reminders IN (0, 1)),
    wants_no_mail      INTEGER NOT NULL DEFAULT 0 CHECK (wants_no_mail IN (0, 1)),
    unsubscribe_digest BLOB UNIQUE,
    -- Name and address go some time after this day.
    without_part_since TEXT,
    -- Mail to the address came back for good; no more is sent until an operator says so.
    bounced_at         INTEGER,
    bounce_status      TEXT,
    UNIQUE (agreement_id, mail)
) STRICT;
CREATE INDEX person_by_partner ON person (partner_id);

-- People who were erased at their wish, as keyed digests of their addresses: no file brings them back.
CREATE TABLE erased (
    agreement_id   INTEGER NOT NULL REFERENCES agreement (id),
    address_digest BLOB NOT NULL,
    PRIMARY KEY (agreement_id, address_digest)
) STRICT, WITHOUT ROWID;

-- The way to one's own data, for a short time.
CREATE TABLE data_link (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    token_digest BLOB UNIQUE,
    ends_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX data_link_by_person ON data_link (person_id);

CREATE TABLE seat (
    id               INTEGER PRIMARY KEY,
    agreement_id     INTEGER NOT NULL REFERENCES agreement (id),
    partner_id       INTEGER NOT NULL REFERENCES partner (id),
    slug             TEXT NOT NULL,
    person_id        INTEGER UNIQUE REFERENCES person (id),
    occupant_version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (agreement_id, slug)
) STRICT;
CREATE INDEX seat_by_partner ON seat (partner_id);

CREATE TABLE own_statement (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    slug         TEXT NOT NULL,
    definition   TEXT NOT NULL,
    PRIMARY KEY (agreement_id, slug)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    happened_on  TEXT NOT NULL,
    title_nl     TEXT NOT NULL,
    title_en     TEXT,
    UNIQUE (agreement_id, happened_on, title_nl)
) STRICT;

-- What people asked for between proposal and decision has no day yet.
CREATE TABLE adjustment (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id       INTEGER NOT NULL REFERENCES agreement (id),
    article_id         INTEGER NOT NULL REFERENCES article (id),
    state              TEXT NOT NULL
        CHECK (state IN ('proposed', 'decided', 'in-force', 'reviewed', 'withdrawn')),
    in_force_on        TEXT,
    proposed_on        TEXT,
    decided_on         TEXT,
    agreed_by          TEXT,
    expected_by_round  INTEGER,
    -- What it came from: a signal's name or a request.
    signal             TEXT,
    request_id         INTEGER REFERENCES request (id) ON DELETE SET NULL,
    reviewed_on        TEXT,
    review_choice      TEXT CHECK (review_choice IN ('keep', 'adjust-again', 'take-back')),
    review_said        TEXT,
    -- What the readings said at the review, as the guard let it through; frozen.
    effect             TEXT,
    -- The last closed round when it was tried.
    measured_at        INTEGER NOT NULL DEFAULT 0,
    title_nl           TEXT NOT NULL,
    title_en           TEXT,
    old_nl             TEXT NOT NULL,
    old_en             TEXT,
    new_nl             TEXT NOT NULL,
    new_en             TEXT,
    why_nl             TEXT NOT NULL,
    why_en             TEXT,
    expected_dimension TEXT NOT NULL,
    expected_direction TEXT NOT NULL CHECK (expected_direction IN ('up', 'same', 'down')),
    review_on          TEXT NOT NULL,
    owner              TEXT NOT NULL,
    CHECK ((state IN ('proposed', 'withdrawn')) OR in_force_on IS NOT NULL),
    CHECK ((state = 'reviewed') = (reviewed_on IS NOT NULL AND review_choice IS NOT NULL)),
    UNIQUE (agreement_id, in_force_on, article_id)
) STRICT;
CREATE INDEX adjustment_by_article ON adjustment (article_id);
CREATE INDEX adjustment_by_request ON adjustment (request_id);

CREATE TABLE survey_version (
    id           INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    slug         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    digest       TEXT NOT NULL,
    definition   TEXT NOT NULL,
    UNIQUE (agreement_id, slug, digest),
    UNIQUE (agreement_id, slug, version)
) STRICT;
CREATE TRIGGER survey_version_is_immutable BEFORE UPDATE ON survey_version
BEGIN
    SELECT RAISE(ABORT, 'a survey version never changes: store a new version');
END;

CREATE TABLE round (
    id                INTEGER PRIMARY KEY,
    agreement_id      INTEGER NOT NULL REFERENCES agreement (id),
    survey_version_id INTEGER NOT NULL REFERENCES survey_version (id),
    survey_slug       TEXT NOT NULL,
    number            INTEGER,
    state             TEXT NOT NULL
        CHECK (state IN ('planned', 'open', 'closed', 'shared', 'cancelled', 'skipped')),
    is_imported       INTEGER NOT NULL DEFAULT 0 CHECK (is_imported IN (0, 1)),
    mode              TEXT NOT NULL CHECK (mode IN ('confidential', 'attributed')),
    threshold         INTEGER NOT NULL CHECK (threshold BETWEEN 3 AND 10),
    opens_at          INTEGER NOT NULL,
    not_after_at      INTEGER NOT NULL,
    closes_at         INTEGER NOT NULL,
    n_reminded        INTEGER NOT NULL DEFAULT 0,
    closed_at         INTEGER,
    shared_at         INTEGER,
    note              TEXT,
    -- Whoever shared it said that its comments were read.
    shows_comments    INTEGER NOT NULL DEFAULT 0 CHECK (shows_comments IN (0, 1)),
    outcome           TEXT,
    figures           TEXT,
    CHECK (opens_at <= closes_at),
    UNIQUE (agreement_id, survey_slug, opens_at),
    UNIQUE (agreement_id, survey_slug, number)
) STRICT;
CREATE INDEX round_by_survey_version ON round (survey_version_id);
CREATE INDEX round_by_state ON round (state);

CREATE TABLE round_reminder (
    round_id INTEGER NOT NULL REFERENCES round (id),
    ordinal  INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 2),
    due_at   INTEGER NOT NULL,
    PRIMARY KEY (round_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_partner (
    round_id   INTEGER NOT NULL REFERENCES round (id),
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    n_invited  INTEGER,
    PRIMARY KEY (round_id, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_partner_by_partner ON round_partner (partner_id);

CREATE TABLE invitation (
    id               INTEGER PRIMARY KEY,
    round_id         INTEGER NOT NULL REFERENCES round (id),
    seat_id          INTEGER NOT NULL REFERENCES seat (id),
    partner_id       INTEGER NOT NULL REFERENCES partner (id),
    person_id        INTEGER NOT NULL REFERENCES person (id),
    occupant_version INTEGER NOT NULL,
    token_digest     BLOB NOT NULL UNIQUE,
    is_withdrawn     INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
    wants_no_mail    INTEGER NOT NULL DEFAULT 0 CHECK (wants_no_mail IN (0, 1)),
    answered_on      TEXT,
    is_finished      INTEGER NOT NULL DEFAULT 0 CHECK (is_finished IN (0, 1)),
    UNIQUE (round_id, seat_id, occupant_version)
) STRICT;
CREATE INDEX invitation_by_seat ON invitation (seat_id);
CREATE INDEX invitation_by_partner ON invitation (partner_id);
CREATE INDEX invitation_by_person ON invitation (person_id);

CREATE TABLE sheet (
    id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    round_id    INTEGER NOT NULL REFERENCES round (id),
    pseudonym   BLOB NOT NULL CHECK (length(pseudonym) = 16),
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    role        TEXT CHECK (role IN ('executive', 'practitioner')),
    revision    INTEGER NOT NULL,
    answered_on TEXT NOT NULL,
    comment     TEXT,
    is_masked   INTEGER NOT NULL DEFAULT 0 CHECK (is_masked IN (0, 1)),
    -- Keyed digests of forms already taken, so that a replayed form is known for what it is. Emptied at closing.
    forms       BLOB NOT NULL DEFAULT x'',
    UNIQUE (round_id, pseudonym)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_by_partner ON sheet (partner_id);

CREATE TABLE answer (
    sheet_id        BLOB NOT NULL REFERENCES sheet (id) ON DELETE CASCADE,
    statement       TEXT NOT NULL,
    value           INTEGER,
    is_cannot_judge INTEGER NOT NULL CHECK (is_cannot_judge IN (0, 1)),
    PRIMARY KEY (sheet_id, statement),
    CHECK ((value IS NULL) = is_cannot_judge)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    -- None for what concerns the installation: signing in, a test.
    agreement_id INTEGER REFERENCES agreement (id),
    round_id     INTEGER REFERENCES round (id),
    invitation_id INTEGER REFERENCES invitation (id),
    person_id    INTEGER REFERENCES person (id),
    account_id   INTEGER REFERENCES account (id),
    hook         TEXT,
    period       TEXT,
    -- Row that the kind is about: a hand-over or a request.
    about        INTEGER,
    state        TEXT NOT NULL
        CHECK (state IN ('queued', 'claimed', 'sent', 'refused', 'expired', 'dropped', 'ambiguous')),
    due_at       INTEGER NOT NULL,
    not_after_at INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    settled_at   INTEGER,
    problem      TEXT,
    CHECK ((person_id IS NOT NULL) + (account_id IS NOT NULL) + (hook IS NOT NULL) = 1),
    CHECK (agreement_id IS NOT NULL OR account_id IS NOT NULL)
) STRICT;
CREATE INDEX message_by_account ON message (account_id);
CREATE INDEX message_by_state ON message (state, due_at);
CREATE INDEX message_by_agreement ON message (agreement_id);
CREATE INDEX message_by_round ON message (round_id);
CREATE INDEX message_by_invitation ON message (invitation_id);
CREATE INDEX message_by_person ON message (person_id);

-- Every masking and unmasking of a comment, by its code. Never changed.
CREATE TABLE comment_masking (
    id        INTEGER PRIMARY KEY,
    round_id  INTEGER NOT NULL REFERENCES round (id),
    code      TEXT NOT NULL,
    is_masked INTEGER NOT NULL CHECK (is_masked IN (0, 1)),
    who       TEXT NOT NULL,
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_masking_by_round ON comment_masking (round_id);

-- A seat passed on by whoever sat in it. A colleague elsewhere waits for a facilitator's word.
CREATE TABLE hand_over (
    -- Never used again: messages are named after it.
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id   INTEGER NOT NULL REFERENCES agreement (id),
    seat_id        INTEGER NOT NULL REFERENCES seat (id),
    from_person_id INTEGER NOT NULL REFERENCES person (id),
    to_person_id   INTEGER REFERENCES person (id),
    name           TEXT NOT NULL,
    mail           TEXT NOT NULL,
    language       TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'followed', 'refused', 'replaced')),
    asked_at       INTEGER NOT NULL,
    settled_at     INTEGER,
    -- Knows the predecessor in an older file, also when the address is forgotten.
    from_digest    BLOB NOT NULL,
    token_digest   BLOB UNIQUE
) STRICT;
CREATE INDEX hand_over_by_agreement ON hand_over (agreement_id);
CREATE INDEX hand_over_by_seat ON hand_over (seat_id);
CREATE INDEX hand_over_by_from_person ON hand_over (from_person_id);
CREATE INDEX hand_over_by_to_person ON hand_over (to_person_id);

-- What a person asks for in their own name, apart from any answer.
CREATE TABLE request (
    -- Never used again: messages are named after it.
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id    INTEGER NOT NULL REFERENCES agreement (id),
    person_id       INTEGER NOT NULL REFERENCES person (id),
    partner_id      INTEGER REFERENCES partner (id),
    kind            TEXT NOT NULL CHECK (kind IN ('talk', 'visit-us', 'visit-them', 'proposal')),
    theme           TEXT,
    with_partner_id INTEGER REFERENCES partner (id),
    text            TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('open', 'matched', 'done')),
    matched_id      INTEGER REFERENCES request (id),
    asked_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX request_by_agreement ON request (agreement_id, state);
CREATE INDEX request_by_person ON request (person_id);
CREATE INDEX request_by_partner ON request (partner_id);
CREATE INDEX request_by_with_partner ON request (with_partner_id);
CREATE INDEX request_by_matched ON request (matched_id);

-- A page of the whole agreement for somebody without a seat, until a day.
CREATE TABLE share_link (
    id           INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    page         TEXT NOT NULL CHECK (page IN ('newcomer', 'external')),
    token_digest BLOB NOT NULL UNIQUE,
    made_at      INTEGER NOT NULL,
    ends_on      TEXT NOT NULL,
    is_revoked   INTEGER NOT NULL DEFAULT 0 CHECK (is_revoked IN (0, 1))
) STRICT;
CREATE INDEX share_link_by_agreement ON share_link (agreement_id);

-- A period's report: its draft, and every version that was released. 0 is the first, then corrections.
CREATE TABLE report (
    agreement_id  INTEGER NOT NULL REFERENCES agreement (id),
    period        TEXT NOT NULL,
    number        INTEGER NOT NULL CHECK (number >= 0),
    made_at       INTEGER NOT NULL,
    -- The day on which it tells how things stand: a correction tells of the same day as what it corrects.
    as_of         TEXT NOT NULL,
    data_hash     TEXT NOT NULL,
    released_at   INTEGER,
    -- What a correction says otherwise.
    correction_nl TEXT,
    correction_en TEXT,
    PRIMARY KEY (agreement_id, period, number),
    CHECK ((number = 0) = (correction_nl IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX report_has_one_draft ON report (agreement_id, period) WHERE released_at IS NULL;
CREATE TRIGGER released_report_is_immutable BEFORE UPDATE ON report WHEN OLD.released_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a released report never changes: release a correction');
END;

-- The files of released versions, byte for byte.
CREATE TABLE report_file (
    agreement_id INTEGER NOT NULL,
    period       TEXT NOT NULL,
    number       INTEGER NOT NULL,
    language     TEXT NOT NULL,
    name         TEXT NOT NULL,
    bytes        BLOB NOT NULL,
    PRIMARY KEY (agreement_id, period, number, language, name),
    FOREIGN KEY (agreement_id, period, number) REFERENCES report (agreement_id, period, number)
) STRICT;
CREATE TRIGGER released_file_is_immutable BEFORE UPDATE ON report_file
BEGIN
    SELECT RAISE(ABORT, 'a released report never changes: release a correction');
END;

-- The generation of a report's keys: one higher and every link that was given out is dead.
CREATE TABLE report_key (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    period       TEXT NOT NULL,
    generation   INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, period)
) STRICT, WITHOUT ROWID;

-- Thresholds of signals by design of the detectors, roster and cadence: found by simulation, a second each.
CREATE TABLE calibration (
    design     TEXT NOT NULL,
    roster     TEXT NOT NULL,
    thresholds TEXT NOT NULL,
    PRIMARY KEY (design, roster)
) STRICT, WITHOUT ROWID;

-- What stood out when a round closed, as the guard let it through for each reader. Frozen like figures.
CREATE TABLE finding (
    round_id INTEGER NOT NULL REFERENCES round (id),
    reader   TEXT NOT NULL CHECK (reader IN ('facilitator', 'steering')),
    findings TEXT NOT NULL,
    PRIMARY KEY (round_id, reader)
) STRICT, WITHOUT ROWID;

-- Somebody who may sign in. What they may do follows from the agreements that know their address; an operator's
-- right is here.
CREATE TABLE account (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    mail            TEXT NOT NULL UNIQUE,
    language        TEXT NOT NULL,
    is_operator     INTEGER NOT NULL DEFAULT 0 CHECK (is_operator IN (0, 1)),
    -- The secret of the second factor derives from the key file and this; 0 is none yet.
    totp_generation INTEGER NOT NULL DEFAULT 0,
    totp_confirmed  INTEGER NOT NULL DEFAULT 0 CHECK (totp_confirmed IN (0, 1)),
    -- A code works once.
    totp_last_step  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who an organisation's own sign-in says that somebody is: issuer and subject, never an address.
CREATE TABLE account_identity (
    issuer     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_identity_by_account ON account_identity (account_id);

-- An attempt to sign in: by mail, or at another server. Bound to the browser that began it.
CREATE TABLE sign_in (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id     INTEGER REFERENCES account (id),
    -- Knows an address again, so that tries can be counted also for addresses that nobody has.
    address_digest BLOB NOT NULL,
    browser_digest BLOB NOT NULL,
    nonce          BLOB NOT NULL,
    token_digest   BLOB UNIQUE,
    asked_at       INTEGER NOT NULL,
    n_tries        INTEGER NOT NULL DEFAULT 0,
    used_at        INTEGER,
    -- For another server: which, and what its answer must repeat.
    provider       TEXT,
    pkce_verifier  TEXT,
    issuer         TEXT,
    subject        TEXT
) STRICT;
CREATE INDEX sign_in_by_account ON sign_in (account_id);
CREATE INDEX sign_in_by_address ON sign_in (address_digest, asked_at);
CREATE INDEX sign_in_by_browser ON sign_in (browser_digest);

CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    token_digest BLOB NOT NULL UNIQUE,
    method       TEXT NOT NULL CHECK (method IN ('link', 'code', 'oidc', 'demo')),
    has_factor   INTEGER NOT NULL CHECK (has_factor IN (0, 1)),
    n_tries      INTEGER NOT NULL DEFAULT 0,
    started_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    ended_at     INTEGER
) STRICT;
CREATE INDEX session_by_account ON session (account_id);

-- What facilitators did with a signal. Never changed: taking back is a row too.
CREATE TABLE signal_work (
    id           INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    signal       TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('noted', 'dismissed', 'reopened')),
    text         TEXT NOT NULL,
    account_id   INTEGER REFERENCES account (id),
    at           INTEGER NOT NULL
) STRICT;
CREATE INDEX signal_work_by_agreement ON signal_work (agreement_id, signal);
CREATE INDEX signal_work_by_account ON signal_work (account_id);

CREATE TABLE conversation (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    kind         TEXT NOT NULL CHECK (kind IN ('phone', 'table', 'kitchen-visit', 'mediation')),
    signal       TEXT,
    request_id   INTEGER REFERENCES request (id) ON DELETE SET NULL,
    with_whom    TEXT NOT NULL,
    starts_at    INTEGER NOT NULL,
    place        TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    outcome      TEXT NOT NULL DEFAULT '',
    made_at      INTEGER NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conversation_by_agreement ON conversation (agreement_id, starts_at);
CREATE INDEX conversation_by_request ON conversation (request_id);

-- Questions to find out (the learning agenda) and what was learned (the lessons register).
CREATE TABLE learning (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id  INTEGER NOT NULL REFERENCES agreement (id),
    kind          TEXT NOT NULL CHECK (kind IN ('question', 'lesson')),
    text          TEXT NOT NULL,
    article_id    INTEGER REFERENCES article (id),
    adjustment_id INTEGER REFERENCES adjustment (id),
    noted_on      TEXT NOT NULL,
    is_struck     INTEGER NOT NULL DEFAULT 0 CHECK (is_struck IN (0, 1))
) STRICT;
CREATE INDEX learning_by_agreement ON learning (agreement_id);
CREATE INDEX learning_by_article ON learning (article_id);
CREATE INDEX learning_by_adjustment ON learning (adjustment_id);

CREATE TABLE meeting (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    held_on      TEXT NOT NULL,
    present      TEXT NOT NULL DEFAULT '',
    is_closed    INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1))
) STRICT;
CREATE INDEX meeting_by_agreement ON meeting (agreement_id);

CREATE TABLE meeting_point (
    meeting_id    INTEGER NOT NULL REFERENCES meeting (id),
    position      INTEGER NOT NULL,
    title         TEXT NOT NULL,
    why           TEXT NOT NULL,
    adjustment_id INTEGER REFERENCES adjustment (id),
    decision      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (meeting_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_point_by_adjustment ON meeting_point (adjustment_id);

-- A change that needs a second pair of eyes.
CREATE TABLE approval (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    kind         TEXT NOT NULL CHECK (kind IN ('confidentiality', 'deletion')),
    wanted       TEXT NOT NULL,
    why          TEXT NOT NULL,
    asked_by     INTEGER REFERENCES account (id),
    asked_at     INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
    settled_by   INTEGER REFERENCES account (id),
    settled_at   INTEGER
) STRICT;
CREATE INDEX approval_by_agreement ON approval (agreement_id);
CREATE INDEX approval_by_asker ON approval (asked_by);
CREATE INDEX approval_by_settler ON approval (settled_by);

-- Programs that may read an agreement.
CREATE TABLE api_token (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    label        TEXT NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    may_write    INTEGER NOT NULL CHECK (may_write IN (0, 1)),
    made_at      INTEGER NOT NULL,
    is_revoked   INTEGER NOT NULL DEFAULT 0 CHECK (is_revoked IN (0, 1))
) STRICT;
CREATE INDEX api_token_by_agreement ON api_token (agreement_id);

CREATE TABLE webhook (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    url          TEXT NOT NULL,
    made_at      INTEGER NOT NULL,
    is_ended     INTEGER NOT NULL DEFAULT 0 CHECK (is_ended IN (0, 1))
) STRICT;
CREATE INDEX webhook_by_agreement ON webhook (agreement_id);

CREATE TABLE webhook_delivery (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL REFERENCES webhook (id),
    event      TEXT NOT NULL,
    body       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'given-up')),
    due_at     INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    problem    TEXT,
    UNIQUE (webhook_id, event)
) STRICT;
CREATE INDEX webhook_delivery_by_state ON webhook_delivery (state, due_at);

-- Who did what. Append-only; each row carries the digest of the one before it.
CREATE TABLE audit (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    who       TEXT NOT NULL,
    agreement TEXT NOT NULL,
    what      TEXT NOT NULL,
    about     TEXT NOT NULL,
    detail    TEXT NOT NULL,
    digest    TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
-- Old rows go only behind an anchor that says where the chain now begins.
CREATE TRIGGER audit_goes_only_when_anchored BEFORE DELETE ON audit
WHEN OLD.id > coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'audit_anchor_id'), 0)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
