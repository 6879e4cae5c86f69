create table table_import (
    id text primary key,
    government text not null references government,
    file_name text not null,
    -- the upload as it came, for downloading it again
    file bytea not null,
    sha256 text not null,
    layout text not null,
    title text not null,
    -- as the title or the person who uploads says; null until somebody does
    year int check (year between 2000 and 2100),
    quarter int check (quarter between 1 and 4),
    state text not null check (state in ('DRAFT', 'CONFIRMED', 'DISCARDED')),
    -- of the document, not of a row
    problems jsonb not null,
    -- what unit groups and new names stand for; moves into the unit directory on confirmation
    unit_answers jsonb not null,
    created_by text not null,
    created_by_name text not null,
    created_at timestamptz not null,
    confirmed_by text,
    confirmed_by_name text,
    confirmed_at timestamptz,
    created int,
    merged int,
    unchanged int,
    skipped int,
    check ((state = 'CONFIRMED') = (confirmed_at is not null))
);
create index table_import_government on table_import (government, created_at desc);

create table import_row (
    import_id text not null references table_import,
    -- ordinal from 1
    row int not null,
    -- as read, then as corrected
    row_values jsonb not null,
    -- the cells as they are in the document; never changed
    source jsonb not null,
    position jsonb not null,
    problems jsonb not null,
    skipped boolean not null default false,
    primary key (import_id, row)
);
