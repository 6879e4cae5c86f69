-- What officers see on the spot (实地督查) of a key task, and of the report of one quarter if there is one.
create table inspection (
    id text primary key,
    government text not null references government,
    key_task_id text not null references key_task,
    -- The cycle whose report is looked at; null: the key task as such.
    cycle_id text references reporting_cycle,
    number int not null,
    state text not null check (state in ('PLANNED', 'DECIDING', 'RECORDED', 'CANCELLED')),
    place text not null,
    planned_on date not null,
    planned_by text not null,
    planned_by_name text not null,
    planned_at timestamptz not null,
    agreement text check (agreement in ('AGREES', 'PARTLY', 'CONTRADICTS', 'NO_REPORT')),
    finding text,
    seen_on date,
    found_by text,
    found_by_name text,
    found_at timestamptz,
    -- The version that was the latest when it was seen.
    report_version int,
    -- Whether that version was approved, so that the chief decides.
    contradicts_approved boolean not null default false,
    decision text check (decision in ('REOPEN', 'LEAVE', 'REJECT')),
    decision_reason text,
    decided_by text,
    decided_by_name text,
    decided_at timestamptz,
    cancel_reason text,
    cancelled_by_name text,
    cancelled_at timestamptz,
    unique (key_task_id, number),
    check ((found_at is null) = (agreement is null)),
    check ((decided_at is null) = (decision is null)),
    check ((cancelled_at is null) = (state <> 'CANCELLED'))
);
create index inspection_of on inspection (government, planned_on desc, id);
create index inspection_cycle on inspection (cycle_id);

-- A photograph of an inspection is kept as evidence is.
alter table evidence
    alter column cycle_id drop not null,
    add column inspection_id text references inspection,
    add check (num_nonnulls(cycle_id, inspection_id) = 1);
create index evidence_inspection on evidence (inspection_id);
