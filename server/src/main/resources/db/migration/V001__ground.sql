-- One line per change of anything by anybody; the audit takes it over later.
CREATE TABLE change_log (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened   timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor      text        NOT NULL,
    action     text        NOT NULL,
    subject    text        NOT NULL,
    detail     text        NOT NULL DEFAULT ''
);

-- The one administrator. Accounts for everyone are a later migration.
CREATE TABLE administrator (
    id                   smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    username             text        NOT NULL,
    password_hash        text        NOT NULL,
    must_change_password boolean     NOT NULL,
    changed              timestamptz NOT NULL DEFAULT now()
);
