-- Orders and filters of the lists, so that a page is read from an index however long the list is. Text compares byte by
-- byte in lists.
CREATE INDEX account_by_username ON account (username COLLATE "C", id);
CREATE INDEX account_by_display_name ON account (display_name COLLATE "C", id);
CREATE INDEX account_by_created ON account (created, id);
CREATE INDEX account_by_last_sign_in ON account ((coalesce(last_sign_in, timestamptz 'epoch')), id);
CREATE INDEX account_by_state ON account (state, username COLLATE "C", id);
CREATE INDEX account_role_proposed ON account_role (role, account_id) WHERE NOT granted;

CREATE INDEX job_open ON job (id) WHERE finished IS NULL;
CREATE INDEX job_by_state ON job (state, id);
CREATE INDEX job_by_kind ON job (kind, id);
CREATE INDEX job_by_requested ON job (requested, id);

CREATE INDEX air_import_by_name ON air_import (file_name COLLATE "C", id);
CREATE INDEX air_import_by_bytes ON air_import (file_bytes, id);
CREATE INDEX air_import_by_rejected ON air_import (rejected, id);
