-- Indicators as the rules read them from goals and milestones, and what the office decided about each.
create table indicator_proposal (
    id bigint generated always as identity primary key,
    key_task text not null references key_task,
    -- null: read from the goal
    quarter int check (quarter between 1 and 4),
    -- where the words stand in that text
    span_start int not null,
    span_end int not null,
    words text not null,
    -- as it was read, so that a decision can be taken back
    extracted jsonb not null,
    -- as it was decided
    indicator jsonb not null,
    questions text[] not null,
    state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    decided_by text,
    decided_by_name text,
    decided_at timestamptz,
    version int not null default 1,
    -- since when the words do not stand in the text any more; null while they do
    outdated_at timestamptz,
    check ((state = 'PROPOSED') = (decided_at is null))
);
create index indicator_proposal_key_task on indicator_proposal (key_task) where outdated_at is null;
