-- A circular (通报) names the matters with a signed order; drafted by an officer, signed by the chief.
create table circular (
    id text primary key,
    government text not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'ISSUED', 'DISCARDED')),
    year int,
    number int,
    subject text,
    body text,
    -- What the chief said when returning the draft.
    comment text,
    drafted_by text not null,
    drafted_by_name text not null,
    drafted_at timestamptz not null,
    signed_by text,
    signed_by_name text,
    issued_at timestamptz,
    unique (government, year, number),
    check ((state = 'ISSUED') = (number is not null) and (number is null) = (issued_at is null))
);

-- One at a time in a government: two officers never name the same matter in two drafts.
create unique index circular_in_hand on circular (government) where state in ('DRAFT', 'SUBMITTED');
create index circular_issued on circular (government, issued_at desc);

create sequence circular_draft;

-- A matter as it stood when it was entered; an order is entered in one circular only.
create table circular_entry (
    slip_id text primary key references slip,
    circular_id text not null references circular,
    position int not null,
    order_year int not null,
    order_number int not null,
    key_task_number int not null,
    goal text not null,
    unit_name text not null,
    due_at timestamptz,
    unique (circular_id, position)
);
