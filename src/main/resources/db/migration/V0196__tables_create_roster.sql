-- Lists of people on their way in; the people themselves are in the directory once the list is confirmed.
create table roster (
    id text primary key,
    government text not null references government,
    file_name text not null,
    sha256 text not null,
    state text not null check (state in ('DRAFT', 'CONFIRMED', 'DISCARDED')),
    -- each as it is written, with what a person said of it
    rows jsonb not null,
    created_by text not null,
    created_by_name text not null,
    created_at timestamptz not null,
    confirmed_by_name text,
    confirmed_at timestamptz,
    created int,
    changed int,
    unchanged int,
    skipped int,
    check ((state = 'CONFIRMED') = (confirmed_at is not null))
);
create index roster_government on roster (government, created_at desc);
