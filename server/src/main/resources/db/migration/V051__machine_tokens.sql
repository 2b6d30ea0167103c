-- Tokens by which programs act for an account. A token itself is shown once and not kept.
CREATE TABLE machine_token (
    id         integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id integer     NOT NULL REFERENCES account (id),
    -- what the owner calls it
    name       text        NOT NULL CHECK (name <> ''),
    -- how it begins, to recognise it by
    prefix     text        NOT NULL,
    -- SHA-256 of the whole
    hash       bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    -- names of the actions to which it is limited; never more than the owner's roles allow at the moment of use
    actions    text[]      NOT NULL CHECK (cardinality(actions) > 0),
    created    timestamptz NOT NULL DEFAULT now(),
    -- null: until it is revoked
    expires    timestamptz,
    -- to the minute
    last_used  timestamptz,
    revoked    timestamptz
);
CREATE INDEX machine_token_owner ON machine_token (account_id);
