-- Contents, by the hash of their bytes; the bytes lie in the data directory under that name. One content is there once,
-- whoever brought it.
CREATE TABLE stored_file (
    sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes  bigint      NOT NULL CHECK (bytes > 0),
    -- Of a picture, in pixels as stored.
    width  integer,
    height integer,
    stored timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Who brought a content, under which name and as what.
CREATE TABLE file_upload (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256     text COLLATE "C" NOT NULL REFERENCES stored_file (sha256),
    name       text        NOT NULL,
    media_type text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('picture', 'pdf', 'office', 'text', 'archive')),
    account_id integer     NOT NULL DEFAULT 0,
    actor      text        NOT NULL,
    uploaded   timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (sha256, account_id, actor, name)
);
CREATE INDEX file_upload_of_account ON file_upload (account_id, id);

-- Which thing uses it. A use that was taken back stays, with who did it.
CREATE TABLE file_use (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    upload_id   bigint      NOT NULL REFERENCES file_upload (id),
    sha256      text COLLATE "C" NOT NULL REFERENCES stored_file (sha256),
    entity_type text        NOT NULL,
    entity_id   text        NOT NULL,
    actor       text        NOT NULL,
    added       timestamptz NOT NULL DEFAULT clock_timestamp(),
    removed     timestamptz,
    removed_by  text,
    CHECK ((removed IS NULL) = (removed_by IS NULL))
);
CREATE UNIQUE INDEX file_use_once ON file_use (entity_type, entity_id, sha256) WHERE removed IS NULL;
CREATE INDEX file_use_of_file ON file_use (sha256) WHERE removed IS NULL;
