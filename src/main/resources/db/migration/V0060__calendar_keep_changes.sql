-- Raised with every change of a notice: what a node holds in memory is right as long as the number is the same.
create table calendar_version (
    only_row boolean primary key default true check (only_row),
    version bigint not null
);
insert into calendar_version (version) values (1);

-- Who changed the year last, and when; nobody did while it is as it was shipped.
alter table holiday_notice
    add column changed_at timestamptz,
    add column changed_by text;
