-- The word before the year in a government's numbers of issue, for the series of a calendar year and those after it;
-- before the first of a government, the shipped words hold. A series that has begun keeps its prefix.
create table number_prefix (
    government text not null,
    kind text not null,
    from_year int not null,
    prefix text not null check (length(prefix) between 1 and 10),
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (government, kind, from_year)
);
