-- What a government's rule says from a day on; before the first of a government, the shipped value holds.
create table government_rule (
    government text not null,
    rule text not null,
    effective_from date not null,
    value int not null,
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (government, rule, effective_from)
);
