-- The lines from before the chain as the view audit_line shows them, so that a page can be read from each kind by its own
-- index instead of sorting both together.
CREATE VIEW audit_line_unchained AS
    SELECT id - 1000000000000 AS sequence, happened, 'UNKNOWN'::text AS actor_kind, 0::bigint AS actor_id,
           actor COLLATE "C" AS actor, ''::text COLLATE "C" AS address, ''::text AS request,
           action COLLATE "C" AS action, ''::text COLLATE "C" AS entity_type, ''::text COLLATE "C" AS entity_id, subject,
           NULL::text AS before, NULL::text AS after, detail AS reason, ''::text AS personal, NULL::text AS hash
    FROM audit_unchained;
