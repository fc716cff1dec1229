-- From version 1 to 2: where a dossier stands in time, its hand-over and corrections, drafts,
-- favourites, and what lists need to be quick.

ALTER TABLE dossier ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN finished_at INTEGER;
ALTER TABLE dossier ADD COLUMN ended_at INTEGER;
UPDATE dossier SET field =
    (SELECT version.field FROM procedure_version AS version
     WHERE version.id = dossier.procedure_version_id);
ALTER TABLE printed_form ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE favourite_procedure (
    base_code TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE hand_back (
    dossier_id INTEGER NOT NULL PRIMARY KEY REFERENCES dossier (id),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    collector  TEXT    NOT NULL,
    slip       TEXT    NOT NULL CHECK (slip IN ('returned', 'lost', 'none')),
    note       TEXT    NOT NULL
) STRICT;
CREATE TABLE correction (
    id          INTEGER NOT NULL PRIMARY KEY,
    dossier_id  INTEGER NOT NULL REFERENCES dossier (id),
    at          INTEGER NOT NULL,
    actor       TEXT    NOT NULL,
    reason      TEXT    NOT NULL CHECK (reason <> ''),
    form_before TEXT    NOT NULL,
    form_after  TEXT    NOT NULL
) STRICT;
CREATE TABLE draft (
    id       INTEGER NOT NULL PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    content  TEXT    NOT NULL
) STRICT;

CREATE INDEX journal_by_subject ON journal (subject, seq);
CREATE INDEX dossier_by_field ON dossier (field, id);
CREATE INDEX dossier_by_channel ON dossier (channel, id);
CREATE INDEX dossier_by_officer ON dossier (received_by, id);
CREATE INDEX dossier_by_due ON dossier (due_at, id);
CREATE INDEX dossier_open ON dossier (due_at, id) WHERE finished_at IS NULL AND ended_at IS NULL;
CREATE INDEX dossier_ready ON dossier (due_at, id) WHERE status = 9;
CREATE INDEX dossier_finished ON dossier (finished_at, due_at) WHERE finished_at IS NOT NULL;
CREATE INDEX dossier_ended ON dossier (ended_at, status) WHERE ended_at IS NOT NULL;
CREATE INDEX dossier_awaiting ON dossier (due_at, id) WHERE status = 5;
CREATE INDEX correction_by_dossier ON correction (dossier_id, id);

-- Runs of the search indexes are merged when nobody waits.
INSERT INTO dossier_name_search (dossier_name_search, rank) VALUES ('automerge', 0);
INSERT INTO dossier_part_search (dossier_part_search, rank) VALUES ('automerge', 0);
