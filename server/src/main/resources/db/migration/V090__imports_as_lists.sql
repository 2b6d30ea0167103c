-- What other features may join with: whose a job is and how far.
CREATE VIEW job_line AS SELECT id, kind, state, owner_account, owner, requested, finished FROM job;

-- Whether the file of an import lies in the store of files, byte for byte.
ALTER TABLE air_import ADD COLUMN original_kept boolean NOT NULL DEFAULT false;
