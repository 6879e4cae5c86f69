create table key_task (
    id text primary key,
    government text not null references government,
    year int not null,
    -- as the government's list numbers it; gaps are normal
    number int not null check (number > 0),
    goal text not null,
    lead_unit text not null references org_unit,
    section text,
    supervision_phone text,
    source text not null,
    version int not null default 1,
    unique (government, year, number)
);
create index key_task_lead_unit on key_task (lead_unit);

-- What the document names as one supporting unit stands for one unit, for several, or (no unit yet) for a group nobody
-- has resolved.
create table supporting_unit (
    key_task text not null references key_task,
    position int not null,
    member int not null,
    text text not null,
    unit text references org_unit,
    primary key (key_task, position, member)
);
create index supporting_unit_unit on supporting_unit (unit, key_task);

create table milestone (
    key_task text not null references key_task,
    quarter int not null check (quarter between 1 and 4),
    text text not null,
    primary key (key_task, quarter)
);

create table action_step (
    key_task text not null,
    quarter int not null,
    position int not null,
    text text not null,
    primary key (key_task, quarter, position),
    foreign key (key_task, quarter) references milestone
);
