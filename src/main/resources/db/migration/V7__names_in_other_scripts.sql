-- Where and when a mention has somebody move, and whether the name stands in another script than the Latin one: such a name
-- may be that of anybody who moves at the same house at about the same time.
alter table mention add column house varchar(300);
alter table mention add column moved_day bigint;
alter table mention add column soft boolean default false not null;
create index mention_house on mention (house, moved_day);
