-- Answers to creating calls, kept for a day, so that a call repeated with the same key creates nothing twice.
CREATE TABLE idempotency_key (
    actor        text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  bytea       NOT NULL,          -- SHA-256 over method, address and content
    run          uuid        NOT NULL,          -- of the server that began the call
    created      timestamptz NOT NULL DEFAULT now(),
    status       smallint,                      -- null while the call is running
    kept         boolean     NOT NULL DEFAULT true, -- false when the answer showed a secret or was too long to keep
    content_type text,
    location     text,
    entity_tag   text,
    body         bytea,
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created);
