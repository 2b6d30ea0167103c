-- An import waits, runs and ends as a job. air_import keeps what it did; its history goes over.
ALTER TABLE air_import
    ADD COLUMN job_id bigint REFERENCES job (id),
    -- Of the file's bytes, lower-case hexadecimal; NULL before 0.2 and until it has been read.
    ADD COLUMN sha256 text,
    -- Whether its values stand in the tables.
    ADD COLUMN stored boolean NOT NULL DEFAULT false;

INSERT INTO job (kind, subject, about_type, about_id, parameters, owner_kind, owner, state, progress, attempts,
                 requested, started, finished, error_code, error_zh, error_en)
SELECT 'import-air', file_name, 'import', id::text,
       jsonb_build_object('importId', id, 'upload', file_is_ours),
       CASE actor WHEN 'system' THEN 'SYSTEM' WHEN 'command-line' THEN 'LOCAL_COMMAND_LINE' ELSE 'PERSON' END,
       actor, state, CASE state WHEN 'done' THEN 1 ELSE 0 END, CASE state WHEN 'queued' THEN 0 ELSE 1 END,
       requested, started, finished, error_code, error_zh, error_en
  FROM air_import ORDER BY id;

UPDATE air_import i
   SET job_id = j.id, stored = i.state = 'done' AND NOT i.dry_run
  FROM job j
 WHERE j.about_type = 'import' AND j.about_id = i.id::text;

DROP INDEX air_import_waiting;
ALTER TABLE air_import
    DROP COLUMN actor,
    DROP COLUMN state,
    DROP COLUMN started,
    DROP COLUMN error_code,
    DROP COLUMN error_zh,
    DROP COLUMN error_en;
CREATE UNIQUE INDEX air_import_by_job ON air_import (job_id);
