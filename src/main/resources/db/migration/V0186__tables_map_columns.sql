-- what the heads of columns mean to a government; field null: a column with this head is not read
create table column_meaning (
    government text not null references government,
    -- without white space, in half-width characters
    head_key text not null,
    head text not null,
    field text,
    said_by text not null,
    said_by_name text not null,
    said_at timestamptz not null,
    primary key (government, head_key)
);

-- the columns as they were read: head, field, whether a person has said so, examples
alter table table_import add columns jsonb not null default '[]';
alter table table_import alter columns drop default;

-- fields of the row that a person has entered; they outlast another reading of the document
alter table import_row add corrected jsonb not null default '[]';
alter table import_row alter corrected drop default;
