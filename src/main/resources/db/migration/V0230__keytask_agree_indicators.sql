-- What is measured of a key task, as the office agreed to it: from what was read in its texts, or by hand.
create table agreed_indicator (
    -- of the proposal it began with, or drawn from the same numbers
    id bigint primary key,
    key_task text not null references key_task,
    target jsonb not null,
    -- whose milestone promises it; null: the goal does
    target_quarter int check (target_quarter between 1 and 4),
    start_value numeric,
    -- what is to be reached by the end of a quarter, by its number; an absent one has its even share of the year
    expected jsonb not null default '{}',
    at_year_end_only boolean not null default false,
    -- null while it counts
    retired_at timestamptz,
    version int not null default 1
);
create index agreed_indicator_key_task on agreed_indicator (key_task);

-- How it stood, each time somebody changed it.
create table agreed_indicator_version (
    indicator bigint not null references agreed_indicator,
    version int not null,
    target jsonb not null,
    start_value numeric,
    expected jsonb not null,
    at_year_end_only boolean not null,
    retired boolean not null,
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (indicator, version)
);

insert into agreed_indicator (id, key_task, target)
select id, key_task, indicator from indicator_proposal
where state = 'CONFIRMED' and quarter is null and outdated_at is null
  and indicator ->> 'comparator' in ('EQ', 'GE', 'GT', 'LE', 'LT', 'APPROX') and indicator ->> 'value' is not null;

insert into agreed_indicator_version
select a.id, 1, a.target, null, '{}', false, false, p.decided_by, p.decided_by_name, p.decided_at
from agreed_indicator a join indicator_proposal p on p.id = a.id;
