-- The complete schema of a fresh book, version 4. A book of an older version becomes one by the steps
-- in src/store/migrations.
--
-- Plain SQL that PostgreSQL also understands, but for three things: the pragmas at the end of this
-- comment, the word STRICT, and the two search indexes at the bottom. Identifiers and numbers are
-- given by the program from `counter`, in the transaction that uses them. A date is text
-- `YYYY-MM-DD` on the office's calendar (UTC+07:00); a moment is whole milliseconds since 1970 UTC;
-- a flag is 0 or 1; JSON is text. Nothing here asks the database for the time.

PRAGMA application_id = 1297367873; -- "MTCA"
PRAGMA user_version = 4;

-- The office's own settings, one JSON value a key.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every running number: the next one to give. A number is taken in the same transaction as the row
-- that bears it, so there is neither a gap nor a double, whatever fails.
CREATE TABLE counter (
    scope TEXT    NOT NULL PRIMARY KEY,
    next  INTEGER NOT NULL CHECK (next >= 2)
) STRICT, WITHOUT ROWID;

-- Who did what and when: one row for every write, none is ever changed.
CREATE TABLE journal (
    seq     INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    act     TEXT    NOT NULL,
    subject TEXT    NOT NULL,              -- a dossier's code, a file's name …
    detail  TEXT    NOT NULL DEFAULT '{}'  -- JSON, without personal data
) STRICT;
CREATE INDEX journal_by_subject ON journal (subject, seq);

-- Procedures, one row a version. A version is never changed: dossiers stand on it.
CREATE TABLE procedure_version (
    id            INTEGER NOT NULL PRIMARY KEY,
    code          TEXT    NOT NULL,
    base_code     TEXT    NOT NULL,        -- the national code without a province's suffix
    name          TEXT    NOT NULL,
    field         TEXT    NOT NULL,
    level         TEXT    NOT NULL,
    papers        TEXT    NOT NULL,        -- JSON
    limit_text    TEXT    NOT NULL,
    limits        TEXT    NOT NULL,        -- JSON
    fee_text      TEXT    NOT NULL,
    fees          TEXT    NOT NULL,        -- JSON, đồng
    legal_basis   TEXT    NOT NULL,
    decision      TEXT    NOT NULL,
    in_force_from TEXT    NOT NULL CHECK (length(in_force_from) = 10),
    abolished     INTEGER NOT NULL CHECK (abolished IN (0, 1))
) STRICT;
CREATE INDEX procedure_version_by_code ON procedure_version (base_code, in_force_from, id);

-- Procedures the desk wants at hand, by national code.
CREATE TABLE favourite_procedure (
    base_code TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Papers that data replaces (Resolution 66.7/2025/NQ-CP, annex I).
CREATE TABLE replaced_paper (
    id             INTEGER NOT NULL PRIMARY KEY,
    procedure_code TEXT    NOT NULL,
    paper          TEXT    NOT NULL,
    source         TEXT    NOT NULL,       -- the database that holds the data
    owner          TEXT    NOT NULL,
    legal_document TEXT    NOT NULL,
    article        TEXT    NOT NULL
) STRICT;
CREATE INDEX replaced_paper_by_procedure ON replaced_paper (procedure_code);

-- Days that differ from the ordinary week.
CREATE TABLE special_day (
    date   TEXT NOT NULL PRIMARY KEY CHECK (length(date) = 10),
    kind   TEXT NOT NULL CHECK (kind IN ('off', 'work', 'closed')),
    closed TEXT,                           -- JSON: from and until when, on a day closed in part
    name   TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('estimate', 'notice', 'office')),
    source TEXT NOT NULL,                  -- the paper that says so; may be empty
    CHECK ((kind = 'closed') = (closed IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Office hours of a whole week, in force from a day on.
CREATE TABLE office_hours (
    in_force_from TEXT NOT NULL PRIMARY KEY CHECK (length(in_force_from) = 10),
    week          TEXT NOT NULL,           -- JSON: seven lists of sessions, Monday first
    seasons       TEXT NOT NULL DEFAULT '[]', -- JSON: parts of every year with a week of their own
    reception     TEXT NOT NULL DEFAULT '[[],[],[],[],[],[],[]]' -- JSON: when only dossiers are received
) STRICT, WITHOUT ROWID;

-- Received dossiers. A `series` is a code with its sequence left open; its counter is written back
-- at the end of the transaction, hence the deferred reference.
CREATE TABLE dossier (
    id                   INTEGER NOT NULL PRIMARY KEY,
    code                 TEXT    NOT NULL UNIQUE,
    series               TEXT    NOT NULL REFERENCES counter (scope) DEFERRABLE INITIALLY DEFERRED,
    sequence             INTEGER NOT NULL CHECK (sequence >= 1),
    register_year        INTEGER NOT NULL,
    register_number      INTEGER NOT NULL CHECK (register_number >= 1),
    procedure_version_id INTEGER NOT NULL REFERENCES procedure_version (id),
    subject              TEXT    NOT NULL, -- what is asked for; empty: what the procedure's name says
    applicant_kind       TEXT    NOT NULL CHECK (applicant_kind IN ('person', 'organisation')),
    applicant_name       TEXT    NOT NULL CHECK (applicant_name <> ''),
    applicant_key        TEXT    NOT NULL, -- the name folded for search
    principal_key        TEXT    NOT NULL, -- the same of the principal, empty when there is none
    identity_kind        TEXT    CHECK (identity_kind IN ('citizen', 'old', 'passport', 'tax_code')),
    identity_number      TEXT    NOT NULL, -- empty when none was given
    birth                TEXT,             -- YYYY-MM-DD, or YYYY when only the year is known
    sex                  TEXT    CHECK (sex IN ('male', 'female')),
    address              TEXT    NOT NULL,
    phone                TEXT    NOT NULL,
    email                TEXT    NOT NULL,
    principal            TEXT,             -- JSON, when the applicant acts on authority
    sets                 INTEGER NOT NULL CHECK (sets >= 1),
    time_limit           TEXT    NOT NULL, -- short form: 5d, 10cd, 4h, 0d, none
    received_at          INTEGER NOT NULL,
    received_on          TEXT    NOT NULL CHECK (length(received_on) = 10),
    due_at               INTEGER,          -- none when the procedure sets no limit
    due_days             TEXT    NOT NULL, -- JSON: the promise's explanation, a word a day
    status               INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
    channel              TEXT    NOT NULL CHECK (channel IN ('counter', 'online', 'post')),
    return_by            TEXT    NOT NULL CHECK (return_by IN ('counter', 'post')),
    note                 TEXT    NOT NULL,
    received_by          TEXT    NOT NULL,
    field                TEXT    NOT NULL DEFAULT '', -- the procedure's, again, so that lists need not look it up
    finished_at          INTEGER,          -- the result lies at the desk
    ended_at             INTEGER,          -- returned, withdrawn, refused or stopped
    clock_from           INTEGER,          -- from when the time counts, where that is not the receipt
    clock_reason         TEXT    CHECK (clock_reason IN (
        'out_of_area', 'post', 'outside_hours', 'papers', 'payment')),
    promise_limit        TEXT,             -- what the promise was counted with, where not time_limit
    second_limit         TEXT,             -- short form: the time after a financial duty is paid
    ended_because        TEXT,             -- why it was stopped, withdrawn or refused
    holder_unit          TEXT    NOT NULL DEFAULT '', -- the division that has it; both empty: the desk
    holder_name          TEXT    NOT NULL DEFAULT '', -- the officer who has it
    held_since           INTEGER,          -- since when, where it is not at the desk
    tray                 TEXT    NOT NULL DEFAULT '', -- where the folder or its result lies at the desk
    voided_because       TEXT,             -- why its number counts for nothing
    UNIQUE (series, sequence),
    UNIQUE (register_year, register_number),
    CHECK ((identity_kind IS NULL) = (identity_number = '')),
    CHECK (due_at IS NULL OR due_at >= received_at)
) STRICT;
CREATE INDEX dossier_by_day ON dossier (received_on, id);
CREATE INDEX dossier_by_identity ON dossier (identity_number, id) WHERE identity_number <> '';
CREATE INDEX dossier_by_phone ON dossier (phone, id) WHERE phone <> '';
CREATE INDEX dossier_by_name ON dossier (applicant_key, id);
CREATE INDEX dossier_by_field ON dossier (field, id);
CREATE INDEX dossier_by_channel ON dossier (channel, id);
CREATE INDEX dossier_by_officer ON dossier (received_by, id);
CREATE INDEX dossier_by_due ON dossier (due_at, id);
CREATE INDEX dossier_open ON dossier (due_at, id) WHERE finished_at IS NULL AND ended_at IS NULL;
CREATE INDEX dossier_ready ON dossier (due_at, id) WHERE status = 9;
CREATE INDEX dossier_finished ON dossier (finished_at, due_at) WHERE finished_at IS NOT NULL;
CREATE INDEX dossier_ended ON dossier (ended_at, status) WHERE ended_at IS NOT NULL;
CREATE INDEX dossier_awaiting ON dossier (due_at, id) WHERE status = 5;
CREATE INDEX dossier_by_holder ON dossier (holder_unit, holder_name, due_at, id)
    WHERE held_since IS NOT NULL;
CREATE INDEX dossier_by_tray ON dossier (tray, id) WHERE tray <> '';
CREATE INDEX dossier_by_promise ON dossier (due_at, finished_at) WHERE ended_at IS NULL;

-- Promises that another one took the place of, oldest first; the one that holds stands in `dossier`.
CREATE TABLE past_promise (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    at         INTEGER NOT NULL,           -- when it gave way
    actor      TEXT    NOT NULL,
    cause      TEXT    NOT NULL CHECK (cause IN (
        'correction', 'branch', 'papers', 'payment', 'extension', 'calendar', 'undone')),
    reason     TEXT    NOT NULL,
    clock_from INTEGER NOT NULL,           -- from when its time counted
    time_limit TEXT    NOT NULL,
    due_at     INTEGER,
    due_days   TEXT    NOT NULL,
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;

-- Stretches in which the office waited for the applicant, oldest first.
CREATE TABLE wait (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    kind       TEXT    NOT NULL CHECK (kind IN ('papers', 'payment')),
    from_at    INTEGER NOT NULL,
    until_at   INTEGER,                    -- none while the office waits
    reason     TEXT    NOT NULL,           -- what is asked for
    back_to    INTEGER NOT NULL CHECK (back_to IN (2, 4)), -- the status it goes back to
    PRIMARY KEY (dossier_id, position),
    CHECK (until_at IS NULL OR until_at >= from_at)
) STRICT, WITHOUT ROWID;

-- Processes of procedures (ISO 9001), one row a version; a version is never changed.
CREATE TABLE process (
    id            INTEGER NOT NULL PRIMARY KEY,
    base_code     TEXT    NOT NULL,        -- the procedure's national code
    name          TEXT    NOT NULL,        -- the process's own number: "QT-HT-07"
    steps         TEXT    NOT NULL,        -- JSON: steps, who does them, minutes each
    in_force_from TEXT    NOT NULL CHECK (length(in_force_from) = 10)
) STRICT;
CREATE INDEX process_by_code ON process (base_code, in_force_from, id);

-- Steps of its process that a dossier has come to, in the order of time.
CREATE TABLE dossier_step (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    process_id INTEGER NOT NULL REFERENCES process (id), -- the version it goes by
    step       INTEGER NOT NULL CHECK (step >= 1), -- its place in the process
    began_at   INTEGER NOT NULL,
    actor      TEXT    NOT NULL,           -- who passed it on
    holder     TEXT    NOT NULL,           -- who has it now
    reason     TEXT    NOT NULL,           -- why, where it went back
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;

-- Every change of hands of a dossier, in the order of time: what its control sheet says (form 06).
-- A unit and an officer that are both empty are the desk.
CREATE TABLE transfer (
    dossier_id   INTEGER NOT NULL REFERENCES dossier (id),
    position     INTEGER NOT NULL CHECK (position >= 1),
    act          TEXT    NOT NULL CHECK (act IN ('hand_over', 'take_back', 'next_step', 'finish')),
    at           INTEGER NOT NULL,
    actor        TEXT    NOT NULL,         -- who noted it
    unit_from    TEXT    NOT NULL,
    officer_from TEXT    NOT NULL,
    unit_to      TEXT    NOT NULL,
    officer_to   TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    step_left    INTEGER CHECK (step_left >= 1), -- the step of its process that it left with that
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;

-- Lists of folders that changed hands together, and the post's records: each of the two papers with
-- running numbers of its own, whichever way the folders go.
CREATE TABLE handover (
    id      INTEGER NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (kind IN ('out', 'back', 'post_out', 'post_in')),
    series  TEXT    NOT NULL CHECK (series IN ('folders', 'post')), -- whose numbers it takes
    year    INTEGER NOT NULL,
    number  INTEGER NOT NULL CHECK (number >= 1),
    at      INTEGER NOT NULL,
    actor   TEXT    NOT NULL,
    unit    TEXT    NOT NULL,              -- the other side: a division, the post
    officer TEXT    NOT NULL,              -- its officer, the postman; may be empty
    note    TEXT    NOT NULL,
    UNIQUE (series, year, number)
) STRICT;
CREATE INDEX handover_by_time ON handover (at, id);
CREATE TABLE handover_line (
    handover_id INTEGER NOT NULL REFERENCES handover (id),
    position    INTEGER NOT NULL CHECK (position >= 1),
    dossier_id  INTEGER NOT NULL REFERENCES dossier (id),
    result      INTEGER NOT NULL CHECK (result IN (0, 1)), -- whether the result came or went with it
    bill        TEXT    NOT NULL,          -- the post's bill code; may be empty
    undone      INTEGER NOT NULL CHECK (undone IN (0, 1)),
    due_at      INTEGER,                   -- what was promised then
    complete    INTEGER NOT NULL CHECK (complete IN (0, 1)), -- whether no papers were missing then
    PRIMARY KEY (handover_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_line_by_dossier ON handover_line (dossier_id);

-- Results that were signed: the paper's own number and date, and who signed.
CREATE TABLE result (
    dossier_id INTEGER NOT NULL PRIMARY KEY REFERENCES dossier (id),
    number     TEXT    NOT NULL,
    signed_on  TEXT    NOT NULL CHECK (length(signed_on) = 10),
    signer     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL
) STRICT;

-- Papers with a number of their own that tell an applicant something (forms 02 to 05): of a dossier,
-- or of somebody who was guided or refused before there was one.
CREATE TABLE notice (
    id         INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('supplement', 'refusal', 'apology', 'stop')),
    year       INTEGER NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 1),
    dossier_id INTEGER REFERENCES dossier (id),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    content    TEXT    NOT NULL,           -- JSON: what it says
    undone     INTEGER NOT NULL CHECK (undone IN (0, 1)),
    UNIQUE (kind, year, number)
) STRICT;
CREATE INDEX notice_by_dossier ON notice (dossier_id, id) WHERE dossier_id IS NOT NULL;
CREATE INDEX notice_without_dossier ON notice (id) WHERE dossier_id IS NULL;

-- Notices and lists whose PDF exists, as `printed_form` has it for dossiers.
CREATE TABLE printed_paper (
    kind     TEXT    NOT NULL CHECK (kind IN ('notice', 'handover')),
    paper_id INTEGER NOT NULL,
    copy     INTEGER NOT NULL CHECK (copy >= 1),
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (kind, paper_id, copy)
) STRICT, WITHOUT ROWID;

-- How a dossier stood before each act that can be undone, oldest first. An act that moves a promise
-- by the form or the calendar takes them away: behind it nothing is put back.
CREATE TABLE undo_point (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    act        TEXT    NOT NULL,
    also       TEXT,                       -- another act of the same moment
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    life       TEXT    NOT NULL,           -- JSON: what stood there
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_point_by_time ON undo_point (at);

-- Acts that were undone, and what went with them.
CREATE TABLE undone (
    id         INTEGER NOT NULL PRIMARY KEY,
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    act        TEXT    NOT NULL,
    also       TEXT,
    acted_at   INTEGER NOT NULL,
    acted_by   TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    removed    TEXT    NOT NULL            -- JSON: what stood there before the undo
) STRICT;
CREATE INDEX undone_by_dossier ON undone (dossier_id, id);

-- The office's officers. While the list is empty everybody may do everything.
CREATE TABLE officer (
    name   TEXT    NOT NULL PRIMARY KEY,
    unit   TEXT    NOT NULL,               -- empty: the desk
    role   TEXT    NOT NULL CHECK (role IN ('head', 'reception', 'specialist', 'leader')),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What the office decided about its forms, each from a day on.
CREATE TABLE form_style (
    form          TEXT NOT NULL,
    in_force_from TEXT NOT NULL CHECK (length(in_force_from) = 10),
    style         TEXT NOT NULL,           -- JSON
    PRIMARY KEY (form, in_force_from)
) STRICT, WITHOUT ROWID;

-- Years whose register is closed: nothing more goes in.
CREATE TABLE register_close (
    year     INTEGER NOT NULL PRIMARY KEY,
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    dossiers INTEGER NOT NULL              -- the last number
) STRICT;

-- What the applicant brought, in the order of the slip.
CREATE TABLE dossier_paper (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    listed_as  INTEGER CHECK (listed_as >= 1), -- its place in the procedure's own list
    name       TEXT,                           -- its name, when it is not on that list
    way        TEXT    NOT NULL CHECK (way IN ('submitted', 'shown', 'from_database')),
    originals  INTEGER NOT NULL CHECK (originals >= 0),
    copies     INTEGER NOT NULL CHECK (copies >= 0),
    PRIMARY KEY (dossier_id, position),
    CHECK ((listed_as IS NULL) = (name IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Forms whose PDF exists: written only after the file is on disk.
CREATE TABLE printed_form (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    form       TEXT    NOT NULL,
    copy       INTEGER NOT NULL CHECK (copy >= 1), -- 1 the first print, 2 the first reprint …
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    reason     TEXT    NOT NULL DEFAULT '',         -- why it was printed again
    PRIMARY KEY (dossier_id, form, copy)
) STRICT, WITHOUT ROWID;

-- Results that were handed over.
CREATE TABLE hand_back (
    dossier_id INTEGER NOT NULL PRIMARY KEY REFERENCES dossier (id),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    collector  TEXT    NOT NULL,           -- JSON: the applicant, or whom they authorised
    slip       TEXT    NOT NULL CHECK (slip IN ('returned', 'lost', 'none')),
    note       TEXT    NOT NULL
) STRICT;

-- Mistakes of intake set right: the form before and after, none is ever changed.
CREATE TABLE correction (
    id          INTEGER NOT NULL PRIMARY KEY,
    dossier_id  INTEGER NOT NULL REFERENCES dossier (id),
    at          INTEGER NOT NULL,
    actor       TEXT    NOT NULL,
    reason      TEXT    NOT NULL CHECK (reason <> ''),
    form_before TEXT    NOT NULL,          -- JSON
    form_after  TEXT    NOT NULL           -- JSON
) STRICT;
CREATE INDEX correction_by_dossier ON correction (dossier_id, id);

-- Forms half filled in. Nothing has happened yet, so that the journal knows nothing of them.
CREATE TABLE draft (
    id       INTEGER NOT NULL PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    content  TEXT    NOT NULL              -- JSON, as typed
) STRICT;

-- Search, the one part that differs by engine. Both indexes hold no text of their own and carry the
-- dossier's id as rowid, so that answers stream out newest first and stop early.
--
-- Words of folded names: a prefix index for every length a Vietnamese syllable usually has.
CREATE VIRTUAL TABLE dossier_name_search USING fts5 (
    name, content = '', contentless_delete = 1, detail = none,
    prefix = '1 2 3 4 5 6', tokenize = 'ascii'
);
-- Many dossiers at once go to disk in few large runs; small pages make the newest quick to reach; the
-- program merges runs when nobody waits.
INSERT INTO dossier_name_search (dossier_name_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO dossier_name_search (dossier_name_search, rank) VALUES ('pgsz', 1000);
INSERT INTO dossier_name_search (dossier_name_search, rank) VALUES ('automerge', 0);
-- Code, identity number and phone in overlapping pieces: whatever four characters stand in a row
-- anywhere in one of them are a word here, and so are their last three. Of names every pair of words
-- is one, cut to one, two and three letters: `h~n`, `hu~ng`, `huo~ngu` of *Nguyễn Hương*.
CREATE VIRTUAL TABLE dossier_part_search USING fts5 (
    pieces, content = '', contentless_delete = 1, detail = none,
    tokenize = "ascii tokenchars '.-_~'"
);
INSERT INTO dossier_part_search (dossier_part_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO dossier_part_search (dossier_part_search, rank) VALUES ('pgsz', 1000);
INSERT INTO dossier_part_search (dossier_part_search, rank) VALUES ('automerge', 0);
