-- What to say once on the next page of a browser: a key of words and its numbers, so that no cookie carries it.
alter table session add column notice jsonb;
