-- The rules by which a round was arranged: later ones do not move it.
alter table reporting_round
    add report_due_days int not null default 5,
    add closing_days int not null default 10,
    add parts_days int not null default 2;

alter table reporting_round
    alter report_due_days drop default,
    alter closing_days drop default,
    alter parts_days drop default;
