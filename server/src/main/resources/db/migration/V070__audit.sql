-- What was done, by whom, from where, with the state before and after: one row an event, written in the transaction that
-- makes the change, never changed again. Each row carries the hash of the row before, its own hash over all columns above
-- (docs/guide/en/audit-chain.md) and a seal by a key that does not lie in the database.
-- Texts that are searched and sorted compare byte by byte, so that no order depends on the machine's locale.
CREATE TABLE audit_event (
    sequence      bigint      PRIMARY KEY CHECK (sequence > 0),
    format        smallint    NOT NULL,
    happened      timestamptz NOT NULL,
    actor_kind    text        NOT NULL,
    actor_id      bigint      NOT NULL,
    actor         text COLLATE "C" NOT NULL,
    address       text COLLATE "C" NOT NULL,
    request       text        NOT NULL,
    action        text COLLATE "C" NOT NULL,
    entity_type   text COLLATE "C" NOT NULL,
    entity_id     text COLLATE "C" NOT NULL,
    subject       text        NOT NULL,
    -- JSON as text: what is hashed must come back byte for byte
    before        text,
    after         text,
    reason        text        NOT NULL,
    -- a line "name digest last-day" for each text in audit_personal
    personal      text        NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    seal          bytea       NOT NULL
);
CREATE INDEX audit_event_by_actor ON audit_event (actor, sequence);
CREATE INDEX audit_event_by_action ON audit_event (action, sequence);
CREATE INDEX audit_event_by_entity ON audit_event (entity_type, entity_id, sequence);
CREATE INDEX audit_event_by_address ON audit_event (address, sequence);
CREATE INDEX audit_event_by_time ON audit_event (happened, sequence);

-- The end of the chain. Whoever appends locks this row, last of all locks and for no longer than the commit takes.
CREATE TABLE audit_head (
    id       smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    sequence bigint      NOT NULL,
    happened timestamptz NOT NULL,
    hash     bytea       NOT NULL
);
INSERT INTO audit_head (sequence, happened, hash) VALUES (0, '2000-01-01Z', decode(repeat('00', 32), 'hex'));

-- Personal texts of events. Salt and text are erased together when their last day is over; the event keeps the digest.
CREATE TABLE audit_personal (
    sequence   bigint NOT NULL REFERENCES audit_event (sequence),
    name       text   NOT NULL,
    keep_until date   NOT NULL,
    salt       text,
    text       text,
    erased     timestamptz,
    PRIMARY KEY (sequence, name),
    CHECK ((salt IS NULL) = (erased IS NOT NULL) AND (text IS NULL) = (erased IS NOT NULL))
);
CREATE INDEX audit_personal_kept ON audit_personal (keep_until) WHERE erased IS NULL;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION audit_personal_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.erased IS NULL
        AND old.keep_until < (now() AT TIME ZONE interval '8 hours')::date
        AND new.salt IS NULL AND new.text IS NULL AND new.erased IS NOT NULL
        AND new.sequence = old.sequence AND new.name = old.name AND new.keep_until = old.keep_until
    THEN
        RETURN new;
    END IF;
    RAISE EXCEPTION 'a personal text of the audit is only erased, and only after its last day'
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_personal_erase BEFORE UPDATE ON audit_personal
    FOR EACH ROW EXECUTE FUNCTION audit_personal_erase_only();
CREATE TRIGGER audit_personal_no_delete BEFORE DELETE ON audit_personal
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_personal_no_truncate BEFORE TRUNCATE ON audit_personal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- also where a session declares itself a replica, in which ordinary triggers rest
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_append_only;
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_no_truncate;
ALTER TABLE audit_personal ENABLE ALWAYS TRIGGER audit_personal_erase;
ALTER TABLE audit_personal ENABLE ALWAYS TRIGGER audit_personal_no_delete;
ALTER TABLE audit_personal ENABLE ALWAYS TRIGGER audit_personal_no_truncate;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_no_delete;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_no_truncate;
