-- Which stations have wind is asked by every page; few do.
CREATE INDEX air_day_with_wind ON air_day (subject_id) WHERE wind_n > 0;
