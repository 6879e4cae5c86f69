-- Numbers count per government, kind and calendar year of issue, without gaps.
create table slip_number (
    government text not null,
    kind text not null,
    year int not null,
    last int not null,
    primary key (government, kind, year)
);

create table slip (
    id text primary key,
    government text not null,
    kind text not null check (kind in ('REMINDER')),
    year int not null,
    number int not null,
    cycle_id text not null,
    round_id text not null,
    unit text not null,
    episode int not null,
    rung int not null,
    due_at timestamptz not null,
    issued_at timestamptz not null,
    ended_at timestamptz,
    ended_because text check (ended_because in ('REPORT_SUBMITTED', 'ROUND_CLOSED')),
    unique (government, kind, year, number),
    -- At-least-once jobs, exactly-once slips.
    unique (cycle_id, kind, rung, episode),
    check ((ended_at is null) = (ended_because is null))
);

create index slip_government on slip (government, issued_at desc);
create index slip_unit on slip (unit, issued_at desc);
