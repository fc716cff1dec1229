-- From version 2 to 3: days closed in part and who says so, seasons and reception, the life of a
-- dossier's clock, processes and their steps.

CREATE TEMP TABLE special_day_before AS SELECT * FROM special_day;
DROP TABLE special_day;
CREATE TABLE special_day (
    date   TEXT NOT NULL PRIMARY KEY CHECK (length(date) = 10),
    kind   TEXT NOT NULL CHECK (kind IN ('off', 'work', 'closed')),
    closed TEXT,
    name   TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('estimate', 'notice', 'office')),
    source TEXT NOT NULL,
    CHECK ((kind = 'closed') = (closed IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO special_day (date, kind, closed, name, origin, source)
    SELECT date, kind, NULL, name, CASE official WHEN 1 THEN 'notice' ELSE 'estimate' END, ''
    FROM temp.special_day_before;
DROP TABLE temp.special_day_before;

ALTER TABLE office_hours ADD COLUMN seasons TEXT NOT NULL DEFAULT '[]';
ALTER TABLE office_hours ADD COLUMN reception TEXT NOT NULL DEFAULT '[[],[],[],[],[],[],[]]';

ALTER TABLE dossier ADD COLUMN clock_from INTEGER;
ALTER TABLE dossier ADD COLUMN clock_reason TEXT CHECK (clock_reason IN (
        'out_of_area', 'post', 'outside_hours', 'papers', 'payment'));
ALTER TABLE dossier ADD COLUMN promise_limit TEXT;
ALTER TABLE dossier ADD COLUMN second_limit TEXT;
ALTER TABLE dossier ADD COLUMN ended_because TEXT;
CREATE INDEX dossier_by_promise ON dossier (due_at, finished_at) WHERE ended_at IS NULL;

CREATE TABLE past_promise (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    cause      TEXT    NOT NULL CHECK (cause IN (
        'correction', 'branch', 'papers', 'payment', 'extension', 'calendar', 'undone')),
    reason     TEXT    NOT NULL,
    clock_from INTEGER NOT NULL,
    time_limit TEXT    NOT NULL,
    due_at     INTEGER,
    due_days   TEXT    NOT NULL,
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE wait (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    kind       TEXT    NOT NULL CHECK (kind IN ('papers', 'payment')),
    from_at    INTEGER NOT NULL,
    until_at   INTEGER,
    reason     TEXT    NOT NULL,
    back_to    INTEGER NOT NULL CHECK (back_to IN (2, 4)),
    PRIMARY KEY (dossier_id, position),
    CHECK (until_at IS NULL OR until_at >= from_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE process (
    id            INTEGER NOT NULL PRIMARY KEY,
    base_code     TEXT    NOT NULL,
    name          TEXT    NOT NULL,
    steps         TEXT    NOT NULL,
    in_force_from TEXT    NOT NULL CHECK (length(in_force_from) = 10)
) STRICT;
CREATE INDEX process_by_code ON process (base_code, in_force_from, id);
CREATE TABLE dossier_step (
    dossier_id INTEGER NOT NULL REFERENCES dossier (id),
    position   INTEGER NOT NULL CHECK (position >= 1),
    process_id INTEGER NOT NULL REFERENCES process (id),
    step       INTEGER NOT NULL CHECK (step >= 1),
    began_at   INTEGER NOT NULL,
    actor      TEXT    NOT NULL,
    holder     TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    PRIMARY KEY (dossier_id, position)
) STRICT, WITHOUT ROWID;
