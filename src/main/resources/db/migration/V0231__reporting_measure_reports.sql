-- What a version of a report says of an indicator; what it was held against is that version of the indicator.
create table reported_value (
    cycle_id text not null,
    version int not null,
    indicator bigint not null,
    indicator_version int not null,
    -- in the unit and scale of the target; null where the report gives none
    value numeric,
    -- what was approved last before
    last_value numeric,
    lamp text not null
        check (lamp in ('BEHIND', 'UNKNOWN', 'AT_RISK', 'ON_TRACK', 'DONE', 'NOT_COUNTED')),
    primary key (cycle_id, version, indicator),
    foreign key (cycle_id, version) references progress_report,
    foreign key (indicator, indicator_version) references agreed_indicator_version
);
create index reported_value_indicator on reported_value (indicator);

-- The lamp of all of them together; reports from before have no value for any.
alter table progress_report
    drop column indicator_values,
    add column lamp text not null default 'NOT_COUNTED'
        check (lamp in ('BEHIND', 'UNKNOWN', 'AT_RISK', 'ON_TRACK', 'DONE', 'NOT_COUNTED'));
alter table progress_report alter column lamp drop default;
