-- What is assessed: a station, a county (or functional area), a city. Rows are made from the city catalogue at start.
CREATE TABLE air_subject (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text    NOT NULL CHECK (kind IN ('station', 'county', 'city')),
    code text    NOT NULL,
    UNIQUE (kind, code)
);

-- Daily values of a subject, computed from its hours (a station) or from its stations' days (a county, a city) and kept
-- so that no page has to wait. They are before rounding.
--
-- valid: bits 0 … 6 for so2, no2, pm10, co, o3_1h, o3_8h, pm25: whether the value is valid by the rules in force on the
-- city day (before any standard: by the oldest).
-- *_n: of a station the hours with a value, of o3_8h the valid 8-hour means of the day; of an area the stations with a
-- valid value. stations: stations that count on that day, of a station 1.
-- wind_n: hours with wind speed.
CREATE TABLE air_day (
    subject_id     integer  NOT NULL REFERENCES air_subject (id),
    city_day       date     NOT NULL,
    so2            double precision,
    no2            double precision,
    pm10           double precision,
    co             double precision,
    o3_1h          double precision,
    o3_8h          double precision,
    pm25           double precision,
    so2_n          smallint NOT NULL,
    no2_n          smallint NOT NULL,
    pm10_n         smallint NOT NULL,
    co_n           smallint NOT NULL,
    o3_1h_n        smallint NOT NULL,
    o3_8h_n        smallint NOT NULL,
    pm25_n         smallint NOT NULL,
    valid          smallint NOT NULL,
    complete_hours smallint NOT NULL,
    wind_n         smallint NOT NULL,
    stations       smallint NOT NULL,
    PRIMARY KEY (subject_id, city_day)
);
CREATE INDEX air_day_by_day ON air_day (city_day, subject_id);

-- By which rules and from which city pack the stored days were computed; when either differs at start, all are
-- computed again.
CREATE TABLE air_day_basis (
    id    smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    basis text     NOT NULL
);
