-- Units 机构 that take part in the campaign, as one tree under the city.
CREATE TABLE unit (
    id        integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- stable key; for units that the city pack names, its code
    code      text        NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
    -- null for the city itself, of which there is one
    parent_id integer     REFERENCES unit (id),
    kind      text        NOT NULL CHECK (kind IN ('city', 'county', 'department', 'plant')),
    name_zh   text        NOT NULL CHECK (name_zh <> ''),
    -- empty where nobody has given an English name
    name_en   text        NOT NULL,
    -- county or functional area that a county unit governs, or in which a plant or department lies
    area_code text,
    -- codes of sectors 行业 and battles: a department answers for them, a plant belongs to them
    sectors   text[]      NOT NULL DEFAULT '{}',
    -- when the unit was closed: its past stays, nobody new joins it
    closed    timestamptz,
    version   integer     NOT NULL DEFAULT 1,
    CHECK ((parent_id IS NULL) = (kind = 'city')),
    CHECK (kind <> 'county' OR area_code IS NOT NULL)
);
CREATE UNIQUE INDEX unit_root ON unit ((parent_id IS NULL)) WHERE parent_id IS NULL;
CREATE INDEX unit_parent ON unit (parent_id);
CREATE INDEX unit_area ON unit (area_code);
CREATE INDEX unit_sectors ON unit USING gin (sectors);

-- Accounts of persons. An account is never deleted: the audit refers to it.
CREATE TABLE account (
    id                   integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- for signing in and in the audit, lower case, never given to another person
    username             text        NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,49}$'),
    display_name         text        NOT NULL,
    -- personal data: shown masked, erased when the retention after the account's end is over
    phone                text        NOT NULL DEFAULT '',
    email                text        NOT NULL DEFAULT '',
    -- null for the administrators of the installation, who belong to no unit
    unit_id              integer     REFERENCES unit (id),
    -- pending until a security administrator grants the first role
    state                text        NOT NULL CHECK (state IN ('pending', 'active', 'disabled')),
    -- bcrypt; null until a password was chosen by a one-time link
    password_hash        text,
    must_change_password boolean     NOT NULL DEFAULT true,
    password_changed     timestamptz,
    created              timestamptz NOT NULL DEFAULT now(),
    -- when the account was last disabled; from here the retention of personal data counts
    disabled             timestamptz,
    last_sign_in         timestamptz,
    version              integer     NOT NULL DEFAULT 1,
    CHECK ((state = 'disabled') = (disabled IS NOT NULL))
);
CREATE INDEX account_unit ON account (unit_id);

-- Roles of accounts: proposed by a system administrator, then granted by a security administrator.
CREATE TABLE account_role (
    account_id integer     NOT NULL REFERENCES account (id),
    role       text        NOT NULL CHECK (role IN ('LEADER', 'CITY_OFFICE', 'COUNTY', 'DEPARTMENT', 'INSPECTOR',
                   'PLANT', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR')),
    -- false: only proposed, worth nothing
    granted    boolean     NOT NULL,
    -- name of the actor who proposed, then of who granted
    decided_by text        NOT NULL,
    decided    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, role)
);
CREATE INDEX account_role_holders ON account_role (role) WHERE granted;

-- The one administrator of before becomes the account of the same name.
INSERT INTO account (username, display_name, state, password_hash, must_change_password, password_changed)
SELECT username, '系统管理员', 'active', password_hash, must_change_password, changed FROM administrator;
INSERT INTO account_role (account_id, role, granted, decided_by)
SELECT id, 'SYSTEM_ADMINISTRATOR', true, 'system' FROM account;
DROP TABLE administrator;
