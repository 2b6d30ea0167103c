-- Open sessions. The cookie holds a random token of which only the hash is kept; what is ended is deleted.
CREATE TABLE account_session (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    account_id integer     NOT NULL REFERENCES account (id),
    opened     timestamptz NOT NULL,
    -- to the minute, so that reading does not write each time
    last_used  timestamptz NOT NULL,
    address    text        NOT NULL,
    agent      text        NOT NULL
);
CREATE INDEX account_session_account ON account_session (account_id, last_used);
CREATE INDEX account_session_last_used ON account_session (last_used);

-- Failed attempts to sign in, by name and by address. A name is kept as a hash: it may be a password in the wrong field.
CREATE TABLE sign_in_failure (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('NAME', 'ADDRESS')),
    subject      text        NOT NULL,
    -- the account of that name, null when there is none
    account_id   integer     REFERENCES account (id),
    failures     integer     NOT NULL,
    last         timestamptz NOT NULL,
    locked_until timestamptz,
    UNIQUE (kind, subject)
);
CREATE INDEX sign_in_failure_last ON sign_in_failure (last);

-- The second factor of an account (TOTP). The secret is encrypted by a key that lies in the data directory.
CREATE TABLE second_factor (
    account_id integer     PRIMARY KEY REFERENCES account (id),
    secret     bytea       NOT NULL,
    -- null until a first code was shown; before that it is not asked for
    confirmed  timestamptz,
    -- the newest step of time whose code was accepted: no code is accepted twice
    last_step  bigint      NOT NULL DEFAULT 0
);

-- Codes for who has lost the device; a used one is deleted.
CREATE TABLE recovery_code (
    account_id integer NOT NULL REFERENCES account (id),
    hash       bytea   NOT NULL,
    PRIMARY KEY (account_id, hash)
);

-- One-time links by which a person chooses a password; a used one is deleted.
CREATE TABLE password_link (
    token_hash bytea       PRIMARY KEY,
    account_id integer     NOT NULL REFERENCES account (id),
    issued_by  text        NOT NULL,
    issued     timestamptz NOT NULL,
    expires    timestamptz NOT NULL
);
CREATE INDEX password_link_account ON password_link (account_id);
