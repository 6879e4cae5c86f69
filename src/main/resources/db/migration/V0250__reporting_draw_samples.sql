-- The sample of a round that is looked at whatever the reports say: drawn once, by a seed with which anybody draws the same.
create table spot_check (
    round_id text primary key references reporting_round,
    seed text not null,
    share int not null,
    drawn_from int not null,
    drawn_by text not null,
    drawn_by_name text not null,
    drawn_at timestamptz not null
);

create table spot_check_cycle (
    cycle_id text primary key references reporting_cycle,
    round_id text not null references spot_check,
    place int not null,
    unique (round_id, place)
);
