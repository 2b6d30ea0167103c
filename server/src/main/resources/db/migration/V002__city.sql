-- What the city pack says, under stable keys, so that observations, problems and plans can refer to it.
-- A row whose key the pack no longer names stays, with current = false: what refers to it keeps its meaning.

-- The pack that was loaded last.
CREATE TABLE city_pack (
    id        smallint    PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    city_code text        NOT NULL,
    name_zh   text        NOT NULL,
    name_en   text        NOT NULL,
    version   text        NOT NULL,
    hash      text        NOT NULL,
    loaded    timestamptz NOT NULL DEFAULT now()
);

-- Counties and functional areas.
CREATE TABLE area (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          text    NOT NULL UNIQUE,
    name_zh       text    NOT NULL,
    name_en       text    NOT NULL,
    kind          text    NOT NULL CHECK (kind IN ('county', 'functional')),
    parent        text    NOT NULL,
    valid_from    date,
    source        text    NOT NULL,
    source_status text    NOT NULL,
    position      integer NOT NULL,
    current       boolean NOT NULL
);

-- Monitoring stations, own and of other cities; the code is the one under which their observations arrive.
CREATE TABLE station (
    id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code      text    NOT NULL UNIQUE,
    city_code text    NOT NULL,
    city_zh   text    NOT NULL,
    city_en   text    NOT NULL,
    role      text    NOT NULL CHECK (role IN ('own', 'peer')),
    position  integer NOT NULL,
    current   boolean NOT NULL
);

-- What holds of a station code during a period: a moved station keeps its code.
CREATE TABLE station_period (
    station_id    integer          NOT NULL REFERENCES station (id),
    number        smallint         NOT NULL,
    valid_from    date,
    valid_to      date,
    name_zh       text             NOT NULL,
    name_en       text             NOT NULL,
    longitude     double precision NOT NULL,
    latitude      double precision NOT NULL,
    area_code     text,
    clean_point   text             NOT NULL CHECK (clean_point IN ('yes', 'no', 'unknown')),
    source        text             NOT NULL,
    source_status text             NOT NULL,
    PRIMARY KEY (station_id, number)
);

-- Units with a role in the campaign; never persons.
CREATE TABLE responsible_unit (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          text    NOT NULL UNIQUE,
    name_zh       text    NOT NULL,
    name_en       text    NOT NULL,
    kind          text    NOT NULL,
    area_code     text,
    source        text    NOT NULL,
    source_status text    NOT NULL,
    position      integer NOT NULL,
    current       boolean NOT NULL
);

-- Battles of the campaign and the industrial sectors they are about.
CREATE TABLE sector (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          text    NOT NULL UNIQUE,
    name_zh       text    NOT NULL,
    name_en       text    NOT NULL,
    kind          text    NOT NULL,
    battle        text    NOT NULL,
    source        text    NOT NULL,
    source_status text    NOT NULL,
    position      integer NOT NULL,
    current       boolean NOT NULL
);

-- Targets, with the time during which each was on record here: a changed target does not rewrite what was judged by
-- the old one.
CREATE TABLE target (
    id            integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year          smallint    NOT NULL,
    scope         text        NOT NULL,
    pollutant     text        NOT NULL DEFAULT '',
    statistic     text        NOT NULL,
    value         numeric     NOT NULL,
    unit          text        NOT NULL,
    source        text        NOT NULL,
    source_status text        NOT NULL,
    recorded_from timestamptz NOT NULL DEFAULT now(),
    recorded_to   timestamptz
);
CREATE UNIQUE INDEX target_on_record ON target (year, scope, pollutant, statistic) WHERE recorded_to IS NULL;
