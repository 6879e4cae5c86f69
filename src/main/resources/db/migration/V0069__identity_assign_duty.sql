-- The officer who is responsible for a unit, and who stands in.
create table unit_duty (
    government text not null references government,
    unit text primary key references org_unit,
    officer text not null,
    deputy text check (deputy <> officer)
);
create index unit_duty_officer on unit_duty (officer);
create index unit_duty_deputy on unit_duty (deputy) where deputy is not null;
