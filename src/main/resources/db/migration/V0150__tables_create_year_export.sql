create table year_export (
    id text primary key,
    government text not null references government,
    year int not null check (year between 2000 and 2100),
    requested_by text not null,
    requested_by_name text not null,
    -- the posts it was asked for with: they decide what is in it
    group_paths text[] not null,
    requested_at timestamptz not null,
    keep_until timestamptz not null,
    deleted_at timestamptz
);
create index year_export_requested_by on year_export (requested_by, requested_at desc);

create table year_export_file (
    export_id text not null references year_export,
    position int not null,
    -- a layout or the pack of a meeting
    kind text not null check (kind in ('PLAN_GRID', 'RESULT_LIST', 'QUARTER_RESULT', 'MEETING_PACK')),
    -- null for the plan
    round_id text references reporting_round,
    format text not null,
    name text not null,
    written_at timestamptz,
    -- null before it is written and once it is deleted
    content bytea,
    primary key (export_id, position),
    check ((kind = 'PLAN_GRID') = (round_id is null))
);
