-- A year whose notice of the State Council is known; the days below say what it changes about the weekends.
create table holiday_notice (
    year int primary key
);

create table calendar_day (
    day date primary key,
    kind text not null check (kind in ('holiday', 'make-up')),
    name text not null
);
