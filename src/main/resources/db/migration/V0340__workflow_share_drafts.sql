-- A draft is every candidate's: whoever saves says which version the changes were made to.
alter table work_item_draft add column version int not null default 1;
alter table work_item_draft add column saved_by_name varchar(200) not null default '';

-- Who has which work item open, by this server's own clock; forgotten after a day.
create table work_item_presence (
    work_item_id varchar(64) not null,
    username varchar(200) not null,
    name varchar(200) not null,
    seen_at timestamptz not null,
    primary key (work_item_id, username)
);
create index work_item_presence_seen on work_item_presence (seen_at);
