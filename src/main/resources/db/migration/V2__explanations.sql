-- Why the engine made a mention, as JSON; null for mentions that were kept before reasons were.
alter table mention add column explanation varchar(4000);
