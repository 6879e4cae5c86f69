-- One thing asked to be other than planned: a date, a text of the plan, the lead, whether anything is owed at all.
create table change_request (
    id text primary key,
    government text not null references government,
    kind text not null check (kind in ('EXTENSION', 'PLAN_CHANGE', 'LEAD_CHANGE', 'SUSPENSION')),
    key_task_id text not null references key_task,
    cycle_id text references reporting_cycle,
    -- the unit that led when it was asked
    unit text not null references org_unit,
    state text not null check (state in ('PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    reason text not null,
    progress text,
    field text not null,
    old_value text,
    new_value text not null,
    asked_as text not null check (asked_as in ('LIAISON', 'UNIT_LEADER', 'OFFICER')),
    asked_by text not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    city_leader_asked boolean not null,
    ended_at timestamptz,
    resumed_at timestamptz,
    check ((kind = 'EXTENSION') = (cycle_id is not null)),
    check ((state = 'PENDING') = (ended_at is null)),
    check (resumed_at is null or (kind = 'SUSPENSION' and state = 'GRANTED'))
);

-- One of a kind at a time.
create unique index change_request_pending on change_request (kind, coalesce(cycle_id, key_task_id))
    where state = 'PENDING';

create index change_request_government on change_request (government, asked_at desc);
create index change_request_unit on change_request (unit, asked_at desc);
create index change_request_key_task on change_request (key_task_id, asked_at desc);
create index change_request_cycle on change_request (cycle_id) where cycle_id is not null;

create table change_request_decision (
    request_id text not null references change_request,
    step text not null check (step in ('UNIT_LEADER', 'OFFICE', 'CHIEF', 'CITY_LEADER')),
    decision text not null check (decision in ('GRANT', 'REFUSE')),
    comment text,
    decided_by text not null,
    decided_by_name text not null,
    decided_at timestamptz not null,
    primary key (request_id, step)
);
