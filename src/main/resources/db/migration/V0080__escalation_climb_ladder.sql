-- Besides reminders: orders and interviews, drafted first, numbered when they are issued.
alter table slip
    drop constraint slip_kind_check,
    drop constraint slip_ended_because_check,
    drop constraint slip_cycle_id_kind_rung_episode_key,
    alter column year drop not null,
    alter column number drop not null,
    alter column cycle_id drop not null,
    alter column round_id drop not null,
    alter column episode drop not null,
    alter column rung drop not null,
    alter column due_at drop not null,
    alter column issued_at drop not null,
    add column business_key text,
    add column key_task_id text,
    add column source text not null default 'LADDER' check (source in ('LADDER', 'MANUAL', 'INSTRUCTION', 'COUNT')),
    add column step text,
    add column level text,
    -- When the ladder wanted it; later than that is issued what was due while the system was down.
    add column rung_due_at timestamptz,
    add column drafted_at timestamptz,
    add column requirement text,
    add column limit_at timestamptz,
    add column signed_by text,
    add column signed_by_name text,
    add constraint slip_kind_check check (kind in ('REMINDER', 'SUPERVISION_ORDER', 'CIRCULAR', 'INTERVIEW'));

update slip s
set business_key = s.cycle_id || '/REPORT/' || s.episode || '/FIRST_REMINDER',
    key_task_id = c.key_task_id,
    step = 'REPORT',
    level = 'FIRST_REMINDER',
    rung_due_at = s.issued_at,
    drafted_at = s.issued_at
from reporting_cycle c
where c.id = s.cycle_id;

alter table slip
    alter column business_key set not null,
    alter column key_task_id set not null,
    alter column drafted_at set not null,
    -- At-least-once jobs, exactly-once slips.
    add unique (business_key),
    add check ((issued_at is null) = (number is null) and (issued_at is null) = (year is null));

create index slip_cycle on slip (cycle_id);
create index slip_open on slip (government, kind) where ended_at is null;

create sequence slip_draft;

-- What the unit answered to an order and what the office said to it; every version is kept.
create table slip_answer (
    slip_id text not null references slip,
    version int not null,
    answer text not null,
    answered_by text not null,
    answered_by_name text not null,
    answered_at timestamptz not null,
    accepted boolean,
    comment text,
    reviewed_by text,
    reviewed_by_name text,
    reviewed_at timestamptz,
    primary key (slip_id, version)
);

-- The ladder of a government from a day on; before the first, the shipped one holds.
create table ladder_version (
    government text not null,
    effective_from date not null,
    definition_id text not null,
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (government, effective_from)
);
