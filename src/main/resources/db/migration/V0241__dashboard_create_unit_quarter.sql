-- What a unit's key tasks came to in a quarter whose round has closed (CycleFigure): pages over many quarters read this
-- and no cycles. An open round is counted from its own cycles instead.
create table unit_quarter (
    government text not null references government,
    year int not null,
    quarter int not null check (quarter between 1 and 4),
    unit text not null references org_unit,
    round_id text not null references reporting_round,
    cycles int not null,
    due int not null,
    on_time int not null,
    late int not null,
    missing int not null,
    reported int not null,
    approved int not null,
    not_reported int not null,
    not_approved int not null,
    returned int not null,
    mismatch int not null,
    without_value int not null,
    behind int not null,
    unknown int not null,
    at_risk int not null,
    on_track int not null,
    done int not null,
    not_counted int not null,
    suspended int not null,
    returns int not null,
    primary key (government, year, quarter, unit),
    check (due = on_time + late + missing),
    check (cycles = behind + unknown + at_risk + on_track + done + not_counted + suspended)
);
create index unit_quarter_round on unit_quarter (round_id);
