-- How feeds are polled: which host they stand on, what their publishers wish, how often they bring something, where they
-- are moving to, what is sent along with requests, and what came of each poll.

alter table feed add column host varchar(300) default '' not null;
-- https://user:word@Host:1/path -> host:1; made anew in the same form whenever a feed is defined or moves
update feed set host = lower(regexp_replace(regexp_replace(coalesce(moved_to, url), '^[a-zA-Z]+://([^/?#]*@)?', ''), '[/?#].*$', ''));
-- an address that permanent redirects named, and how many polls in a row have seen it
alter table feed add column moving_to varchar(2000);
alter table feed add column moving_seen integer default 0 not null;
-- the publisher's wishes that come with the document, kept for polls that find it unchanged
alter table feed add column wished_seconds bigint;
alter table feed add column skip_hours varchar(100) default '' not null;
alter table feed add column skip_days varchar(100) default '' not null;
-- the median time between two entries, and how far back the document reaches
alter table feed add column gap_seconds bigint;
alter table feed add column window_seconds bigint;
alter table feed add column last_entries integer;
alter table feed add column last_new_at timestamp(6) with time zone;
-- why the next poll is when it is, what is odd about it, and why the feed is paused
alter table feed add column next_poll_reason varchar(300);
alter table feed add column alarm varchar(500);
alter table feed add column pause_reason varchar(300);
-- what goes along with a request, as JSON; encrypted
alter table feed add column request_options varchar(60000);
-- as long as all that may be written of how a list is read
alter table feed alter column selectors set data type varchar(30000);
-- leases are held in memory by the one process that there is
alter table feed drop column leased_until;
-- in the order in which they are claimed; an index without the id would have them sorted each time
drop index feed_due;
create index feed_due on feed (next_poll_at, id);

alter table feed_fetch add column outcome varchar(12) default 'read' not null;
update feed_fetch set outcome = case when error is not null then 'failed' when status = 304 then 'unchanged' else 'read' end;
alter table feed_fetch add column bytes bigint default 0 not null;
-- how long after its time the poll began
alter table feed_fetch add column late_millis bigint default 0 not null;
