-- Working hours are measured by joins of whole sets; a function called for each row was most of the time of a build.
drop function working_hours(timestamptz, timestamptz);
