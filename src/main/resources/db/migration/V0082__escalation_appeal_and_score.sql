-- Taken back after an appeal, whether it had ended before or not; such a slip counts nowhere.
alter table slip
    add column withdrawn_at timestamptz,
    -- What it changes the unit's score by; fixed by the rule that held when it was written.
    add column points int not null default 0;

-- One appeal of the unit against a red slip (申诉).
create table appeal (
    id text primary key,
    slip_id text not null unique references slip,
    government text not null,
    unit text not null,
    reason text not null,
    filed_by text not null,
    filed_by_name text not null,
    filed_at timestamptz not null,
    due_at timestamptz not null,
    upheld boolean,
    comment text,
    decided_by text,
    decided_by_name text,
    decided_at timestamptz,
    check ((decided_at is null) = (upheld is null))
);

-- What an event costs a unit from a day on; before the first of a government, the shipped rules hold.
create table score_rule (
    government text not null,
    event text not null,
    effective_from date not null,
    points int not null,
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (government, event, effective_from)
);

-- One line of a unit's score in a quarter, with the cause it links to.
create table score_line (
    id bigint generated always as identity primary key,
    government text not null,
    unit text not null,
    year int not null,
    quarter int not null check (quarter between 1 and 4),
    event text not null,
    -- Negative where it costs the unit something.
    points int not null,
    cause_type text not null check (cause_type in ('slip', 'reporting-cycle', 'mark')),
    cause_id text not null,
    reason text,
    marked_by_name text,
    created_at timestamptz not null,
    suspended boolean not null default false,
    cancelled_at timestamptz,
    -- The same event about the same cause counts once.
    unique (event, cause_id)
);

create index score_line_of on score_line (government, year, quarter, unit);
create index score_line_cause on score_line (cause_id);
