create table reporting_round (
    id text primary key,
    government text not null,
    year int not null,
    quarter int not null check (quarter between 1 and 4),
    state text not null check (state in ('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED')),
    origin text not null check (origin in ('LIVE', 'IMPORT')),
    opens_on date not null,
    report_due_on date not null,
    closes_on date not null,
    unit_review_days int not null,
    office_review_days int not null,
    resubmission_days int not null,
    opened_at timestamptz,
    closed_at timestamptz,
    signature_requested_at timestamptz,
    published_at timestamptz,
    version int not null,
    unique (government, year, quarter)
);

create table reporting_cycle (
    id text primary key,
    round_id text not null references reporting_round,
    key_task_id text not null,
    government text not null,
    number int not null,
    lead_unit text not null,
    state text not null
        check (state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING', 'UNIT_REVIEW', 'OFFICE_REVIEW', 'CLOSED', 'SUSPENDED')),
    returned boolean not null,
    outcome text check (outcome in ('APPROVED', 'NOT_REPORTED', 'NOT_APPROVED')),
    office_verdict text check (office_verdict in ('DONE', 'ON_SCHEDULE', 'BEHIND', 'NOT_STARTED')),
    parts_due_at timestamptz not null,
    report_due_at timestamptz not null,
    unit_review_due_at timestamptz,
    office_review_due_at timestamptz,
    report_version int not null,
    overdue_episodes int not null,
    closed_at timestamptz,
    version int not null,
    unique (round_id, key_task_id),
    check ((state = 'CLOSED') = (outcome is not null))
);

create index reporting_cycle_key_task on reporting_cycle (key_task_id);
create index reporting_cycle_lead_unit on reporting_cycle (lead_unit, state);

-- Parts of the partner units (配合单位); a row without an instant is asked for and not in.
create table partner_part (
    cycle_id text not null references reporting_cycle,
    unit text not null,
    position int not null,
    progress text,
    problems text,
    submitted_by text,
    submitted_by_name text,
    submitted_at timestamptz,
    primary key (cycle_id, unit)
);

create index partner_part_unit on partner_part (unit);

-- Submitted versions are never changed.
create table progress_report (
    cycle_id text not null references reporting_cycle,
    version int not null,
    source text not null check (source in ('UNIT', 'IMPORT')),
    verdict text check (verdict in ('DONE', 'ON_SCHEDULE', 'BEHIND', 'NOT_STARTED')),
    progress text not null,
    problems text,
    next_steps text,
    indicator_values jsonb not null default '{}',
    submitted_by text,
    submitted_by_name text,
    submitted_at timestamptz not null,
    primary key (cycle_id, version)
);

create table review (
    id bigint generated always as identity primary key,
    cycle_id text not null,
    report_version int not null,
    step text not null check (step in ('UNIT', 'OFFICE')),
    decision text not null check (decision in ('APPROVE', 'RETURN')),
    reason text check (reason in ('FACTS_UNCLEAR', 'PROBLEM_NOT_SOLVED', 'NOT_CARRIED_OUT', 'CONCLUSION_INACCURATE',
        'MEASURES_NOT_LAWFUL', 'FORMAT')),
    comment text,
    verdict text check (verdict in ('DONE', 'ON_SCHEDULE', 'BEHIND', 'NOT_STARTED')),
    reviewed_by text not null,
    reviewed_by_name text not null,
    reviewed_at timestamptz not null,
    foreign key (cycle_id, report_version) references progress_report,
    unique (cycle_id, report_version, step)
);

-- The signed result table of a round, as it was when it was signed: rows is the JSON text the hash is taken of.
create table publication (
    round_id text not null references reporting_round,
    number int not null,
    rows text not null,
    sha256 text not null,
    signed_by text not null,
    signed_by_name text not null,
    signed_at timestamptz not null,
    primary key (round_id, number)
);
