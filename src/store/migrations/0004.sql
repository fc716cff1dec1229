-- From version 3 to 4: in whose hands a dossier is, lists of folders, signed results, notices with
-- numbers of their own, undoing, officers, the office's own forms, closed registers.

ALTER TABLE dossier ADD COLUMN holder_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN holder_name TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN held_since INTEGER;
ALTER TABLE dossier ADD COLUMN tray TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN voided_because TEXT;
CREATE INDEX dossier_by_holder ON dossier (holder_unit, holder_name, due_at, id)
    WHERE held_since IS NOT NULL;
CREATE INDEX dossier_by_tray ON dossier (tray, id) WHERE tray <> '';

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

CREATE TABLE handover (
    id      INTEGER NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (kind IN ('out', 'back', 'post_out', 'post_in')),
    series  TEXT    NOT NULL CHECK (series IN ('folders', 'post')),
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

CREATE TABLE result (
    dossier_id INTEGER NOT NULL PRIMARY KEY REFERENCES dossier (id),
    number     TEXT    NOT NULL,
    signed_on  TEXT    NOT NULL CHECK (length(signed_on) = 10),
    signer     TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    actor      TEXT    NOT NULL
) STRICT;

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

CREATE TABLE printed_paper (
    kind     TEXT    NOT NULL CHECK (kind IN ('notice', 'handover')),
    paper_id INTEGER NOT NULL,
    copy     INTEGER NOT NULL CHECK (copy >= 1),
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (kind, paper_id, copy)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE officer (
    name   TEXT    NOT NULL PRIMARY KEY,
    unit   TEXT    NOT NULL,               -- empty: the desk
    role   TEXT    NOT NULL CHECK (role IN ('head', 'reception', 'specialist', 'leader')),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE form_style (
    form          TEXT NOT NULL,
    in_force_from TEXT NOT NULL CHECK (length(in_force_from) = 10),
    style         TEXT NOT NULL,           -- JSON
    PRIMARY KEY (form, in_force_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE register_close (
    year     INTEGER NOT NULL PRIMARY KEY,
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    dossiers INTEGER NOT NULL              -- the last number
) STRICT;


-- What the journal tells of hands: to whom a dossier was handed over was not asked then.
WITH told AS (
    SELECT dossier.id AS dossier_id, journal.seq, journal.at, journal.actor, journal.act,
        CASE journal.act WHEN 'hand_over' THEN 'Bộ phận chuyên môn' ELSE '' END AS unit_to,
        CASE journal.act WHEN 'next_step' THEN coalesce((
            SELECT holder FROM dossier_step AS step
            WHERE step.dossier_id = dossier.id AND step.step > 1 AND step.actor = journal.actor
              AND step.began_at = journal.at - journal.at % 60000
            ORDER BY step.position LIMIT 1), '') ELSE '' END AS officer_to
    FROM journal JOIN dossier ON dossier.code = journal.subject
    WHERE journal.act IN ('hand_over', 'next_step', 'finish')
), moves AS (
    -- A clock that was set back meanwhile lets nothing come before what it follows.
    SELECT told.*, max(at - at % 60000) OVER by_time AS since,
        coalesce(lag(unit_to) OVER by_time, '') AS unit_from,
        coalesce(lag(officer_to) OVER by_time, '') AS officer_from
    FROM told
    WINDOW by_time AS (PARTITION BY dossier_id ORDER BY seq)
)
INSERT INTO transfer (
    dossier_id, position, act, at, actor, unit_from, officer_from, unit_to, officer_to, note)
SELECT dossier_id, row_number() OVER (PARTITION BY dossier_id ORDER BY seq), act,
    since, actor, unit_from, officer_from, unit_to, officer_to, ''
FROM moves
WHERE act = 'hand_over' OR unit_from <> unit_to OR officer_from <> officer_to;
UPDATE dossier SET (holder_unit, holder_name, held_since) = (
    SELECT unit_to, officer_to, at FROM transfer
    WHERE transfer.dossier_id = dossier.id ORDER BY position DESC LIMIT 1)
WHERE id IN (SELECT dossier_id FROM transfer AS last
             WHERE (unit_to <> '' OR officer_to <> '') AND NOT EXISTS (
                 SELECT 1 FROM transfer WHERE transfer.dossier_id = last.dossier_id
                   AND transfer.position > last.position));
