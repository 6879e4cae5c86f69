-- The offset of the simulated clock to the system's; one row.
create table if not exists demo_clock (
    only_row boolean primary key default true check (only_row),
    offset_millis bigint not null default 0
);
insert into demo_clock default values on conflict do nothing;
