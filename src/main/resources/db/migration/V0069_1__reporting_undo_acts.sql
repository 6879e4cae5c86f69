-- The last act on a cycle while it can be undone, with the terms that held before it.
create table undoable_act (
    cycle_id text primary key references reporting_cycle,
    kind text not null check (kind in ('SUBMIT', 'APPROVE_BY_UNIT', 'RETURN_BY_UNIT', 'RETURN_BY_OFFICE')),
    acted_by text not null,
    acted_at timestamptz not null,
    returned boolean not null,
    report_due_at timestamptz not null,
    report_due_from date,
    report_due_days int
);
create index undoable_act_by on undoable_act (acted_by, acted_at desc);

-- What was undone is kept and counts no more.
alter table reporting_cycle add column undone_versions int not null default 0;
alter table progress_report add column undone_at timestamptz;
alter table review add column undone_at timestamptz;
alter table review drop constraint review_cycle_id_report_version_step_key;
create unique index review_standing on review (cycle_id, report_version, step) where undone_at is null;
