-- A year's plan that the chief has issued: from then on its key tasks change by request only.
create table annual_plan (
    government text not null references government,
    year int not null,
    issued_at timestamptz not null,
    issued_by text not null,
    issued_by_name text not null,
    primary key (government, year)
);

-- The day on which the unit that leads now was given the lead: objections count from it.
alter table key_task add column if not exists assigned_on date;
