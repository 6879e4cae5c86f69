-- How strictly a government takes what a check finds, from a day on; without a row as shipped.
create table check_severity (
    government text not null,
    rule text not null,
    effective_from date not null,
    severity text not null check (severity in ('OFF', 'ANSWER', 'BLOCK')),
    changed_by text not null,
    changed_by_name text not null,
    changed_at timestamptz not null,
    primary key (government, rule, effective_from)
);
