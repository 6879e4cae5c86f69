-- What a report says of a past year, where somebody picked it: a value of an indicator and the words it stands in.
create table past_value (
    id text primary key,
    government text not null references government,
    year int not null check (year between 2000 and 2100),
    indicator jsonb not null,
    words text not null,
    sentence text not null,
    kept_by text not null,
    kept_by_name text not null,
    kept_at timestamptz not null
);
create index past_value_government on past_value (government, year);
