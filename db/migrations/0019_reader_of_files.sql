-- Which reader examined a file: what an older one read is read again in the background. Those read before this column count as older.
alter table file add column reader smallint;
create index file_reader on file (reader) where facts_address is not null;
