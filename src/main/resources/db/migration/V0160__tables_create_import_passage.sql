-- The sentences of a report in prose; those of its plan are also rows, left out until somebody picks them.
create table import_passage (
    import_id text not null references table_import,
    -- ordinal from 1
    passage int not null,
    part text not null check (part in ('INTRODUCTION', 'REVIEW', 'PLAN')),
    section int not null,
    heading text not null,
    text text not null,
    position jsonb not null,
    row int,
    primary key (import_id, passage),
    foreign key (import_id, row) references import_row
);
