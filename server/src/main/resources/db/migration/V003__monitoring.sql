-- Imports of files with hourly values, one at a time. The row outlives the file: it is where a value comes from.
CREATE TABLE air_import (
    id                 integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name          text        NOT NULL,
    -- Where the file lies while it waits; emptied when the import has ended.
    file_path          text        NOT NULL DEFAULT '',
    -- Whether the file is ours to delete (an upload) or somebody else's (named by the command line or the city pack).
    file_is_ours       boolean     NOT NULL,
    file_bytes         bigint      NOT NULL,
    -- Pattern-free name of a file that the city pack declares; such a file is imported once.
    declared_as        text,
    mapping_name       text,
    mapping_text       text,
    dry_run            boolean     NOT NULL,
    strict             boolean     NOT NULL,
    actor              text        NOT NULL,
    state              text        NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    requested          timestamptz NOT NULL DEFAULT now(),
    started            timestamptz,
    finished           timestamptz,
    layout             text,
    encoding           text,
    row_count          bigint      NOT NULL DEFAULT 0,
    accepted           bigint      NOT NULL DEFAULT 0,
    revised            bigint      NOT NULL DEFAULT 0,
    unchanged          bigint      NOT NULL DEFAULT 0,
    duplicates         bigint      NOT NULL DEFAULT 0,
    rejected           bigint      NOT NULL DEFAULT 0,
    skipped            bigint      NOT NULL DEFAULT 0,
    flagged            bigint      NOT NULL DEFAULT 0,
    skipped_quantities jsonb       NOT NULL DEFAULT '{}',
    skipped_stations   jsonb       NOT NULL DEFAULT '{}',
    first_hour         timestamptz,
    last_hour          timestamptz,
    error_code         text,
    error_zh           text,
    error_en           text
);
CREATE INDEX air_import_waiting ON air_import (id) WHERE state IN ('queued', 'running');

-- Cells and rows of a file that were not taken; very many are counted in air_import but not all listed.
CREATE TABLE import_rejection (
    import_id   integer NOT NULL REFERENCES air_import (id),
    number      integer NOT NULL,
    file_row    bigint  NOT NULL,
    field       text    NOT NULL,
    value       text    NOT NULL,
    code        text    NOT NULL,
    expected_zh text    NOT NULL,
    expected_en text    NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- The hourly values of one station on one city day: slot 1 is the hour ending 01:00, slot 24 that ending 00:00 of the next
-- date. An array has 24 elements, NaN where missing; it is NULL when all are missing. <parameter>_f are bits of
-- QualityFlag, NULL when there is no flag; <parameter>_n counts values.
-- A row of bare arrays takes a third of the space of a row per hour and is several times as fast.
CREATE TABLE station_day (
    station_id     integer    NOT NULL REFERENCES station (id),
    city_day       date       NOT NULL,
    -- The import that wrote last; also the source of every value unless sources says otherwise.
    import_id      integer    NOT NULL REFERENCES air_import (id),
    rules          smallint   NOT NULL,
    flagged        smallint   NOT NULL,
    so2_n          smallint   NOT NULL,
    no2_n          smallint   NOT NULL,
    pm10_n         smallint   NOT NULL,
    co_n           smallint   NOT NULL,
    o3_n           smallint   NOT NULL,
    pm25_n         smallint   NOT NULL,
    ws_n           smallint   NOT NULL,
    wd_n           smallint   NOT NULL,
    temp_n         smallint   NOT NULL,
    pres_n         smallint   NOT NULL,
    dewp_n         smallint   NOT NULL,
    rain_n         smallint   NOT NULL,
    rh_n           smallint   NOT NULL,
    so2            real[],
    no2            real[],
    pm10           real[],
    co             real[],
    o3             real[],
    pm25           real[],
    ws             real[],
    wd             real[],
    temp           real[],
    pres           real[],
    dewp           real[],
    rain           real[],
    rh             real[],
    so2_f          smallint[],
    no2_f          smallint[],
    pm10_f         smallint[],
    co_f           smallint[],
    o3_f           smallint[],
    pm25_f         smallint[],
    ws_f           smallint[],
    wd_f           smallint[],
    temp_f         smallint[],
    pres_f         smallint[],
    dewp_f         smallint[],
    rain_f         smallint[],
    rh_f           smallint[],
    -- When the values come from several imports: their ids, and per parameter and slot (13 × 24 bytes) an index into them.
    source_imports integer[],
    sources        bytea,
    PRIMARY KEY (station_id, city_day)
);
CREATE INDEX station_day_by_day ON station_day (city_day, station_id);
CREATE INDEX station_day_flagged ON station_day (city_day, station_id) WHERE flagged > 0;

-- What stood in a slot before it was replaced, with the import it had come from and the one that replaced it.
CREATE TABLE observation_revision (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    station_id    integer     NOT NULL REFERENCES station (id),
    city_day      date        NOT NULL,
    slot          smallint    NOT NULL,
    parameter     text        NOT NULL,
    old_value     real        NOT NULL,
    old_import_id integer     NOT NULL REFERENCES air_import (id),
    new_value     real        NOT NULL,
    new_import_id integer     NOT NULL REFERENCES air_import (id),
    recorded      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX observation_revision_by_day ON observation_revision (city_day, station_id);

-- Station-days whose daily values are to be computed again. Written by the import's own transaction; whoever computes
-- takes rows away in the transaction that stores the result. No key on purpose: a day that changes again while it is being
-- computed gets another row and is computed again.
CREATE TABLE station_day_changed (
    station_id integer NOT NULL,
    city_day   date    NOT NULL
);
