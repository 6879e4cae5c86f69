-- A part of a key task that one of its units carries, with its share of an indicator where it has one.
create table sub_item (
    id bigint generated always as identity primary key,
    key_task text not null references key_task,
    ordinal int not null,
    name text not null,
    unit text not null,
    indicator bigint references agreed_indicator,
    -- in the unit and scale of the indicator's target
    share numeric,
    -- null while it counts
    retired_at timestamptz,
    version int not null default 1,
    check ((indicator is null) = (share is null))
);
create index sub_item_key_task on sub_item (key_task);
create index sub_item_unit on sub_item (unit) where retired_at is null;

-- How it stood, each time somebody changed it.
create table sub_item_version (
    sub_item bigint not null references sub_item,
    version int not null,
    ordinal int not null,
    name text not null,
    unit text not null,
    indicator bigint,
    share numeric,
    retired boolean not null,
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (sub_item, version)
);
