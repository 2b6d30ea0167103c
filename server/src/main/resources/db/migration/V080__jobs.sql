-- Work that takes longer than somebody wants to wait: queue, progress and outcome. One server at a time works on it (it
-- holds an advisory lock); a job found running without that server was broken off.
CREATE TABLE job (
    id               bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind             text             NOT NULL,
    -- What it works on, for a person: the name of a file.
    subject          text             NOT NULL,
    -- The thing whose page shows what came of it.
    about_type       text,
    about_id         text,
    parameters       jsonb            NOT NULL DEFAULT '{}',
    -- Who wants it: by what he showed who he is, account (0: none), name as in the audit, address of the request.
    owner_kind       text             NOT NULL,
    owner_account    integer          NOT NULL DEFAULT 0,
    owner            text             NOT NULL,
    owner_address    text             NOT NULL DEFAULT '',
    state            text             NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    progress         double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    message_zh       text             NOT NULL DEFAULT '',
    message_en       text             NOT NULL DEFAULT '',
    -- Starts that were not taken back by an orderly stop.
    attempts         integer          NOT NULL DEFAULT 0,
    cancel_requested boolean          NOT NULL DEFAULT false,
    requested        timestamptz      NOT NULL DEFAULT clock_timestamp(),
    started          timestamptz,
    finished         timestamptz,
    result           jsonb,
    result_name      text,
    result_type      text,
    error_code       text,
    error_zh         text,
    error_en         text,
    log_dropped      bigint           NOT NULL DEFAULT 0
);
CREATE INDEX job_queued ON job (owner_account, owner, id) WHERE state = 'queued';
CREATE INDEX job_running ON job (id) WHERE state = 'running';
CREATE INDEX job_of_account ON job (owner_account, id DESC);
CREATE INDEX job_finished ON job (finished) WHERE finished IS NOT NULL;

-- What a job said on its way; bounded by the server, what is too much is counted in job.log_dropped.
CREATE TABLE job_log (
    job_id   bigint      NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number   integer     NOT NULL,
    happened timestamptz NOT NULL,
    zh       text        NOT NULL,
    en       text        NOT NULL,
    PRIMARY KEY (job_id, number)
);
