-- The log of changes from before the audit is kept as it was, read-only. Its lines are not part of the chain; the chain's
-- first event covers them by their number and their digest (docs/guide/en/audit-chain.md).
ALTER TABLE change_log RENAME TO audit_unchained;

CREATE TRIGGER audit_unchained_read_only BEFORE INSERT OR UPDATE OR DELETE ON audit_unchained
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_unchained_no_truncate BEFORE TRUNCATE ON audit_unchained
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_unchained ENABLE ALWAYS TRIGGER audit_unchained_read_only;
ALTER TABLE audit_unchained ENABLE ALWAYS TRIGGER audit_unchained_no_truncate;

-- Both kinds of lines as one list for reading. The carried-over lines have negative numbers, so that they come first.
CREATE VIEW audit_line AS
    SELECT sequence, happened, actor_kind, actor_id, actor, address, request, action, entity_type, entity_id, subject,
           before, after, reason, personal, encode(hash, 'hex') AS hash
    FROM audit_event
    UNION ALL
    SELECT id - 1000000000000, happened, 'UNKNOWN', 0, actor COLLATE "C", ''::text COLLATE "C", '',
           action COLLATE "C", ''::text COLLATE "C", ''::text COLLATE "C", subject,
           NULL, NULL, detail, '', NULL
    FROM audit_unchained;
