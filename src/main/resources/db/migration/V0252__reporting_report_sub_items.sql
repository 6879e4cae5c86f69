-- What a unit's part says of a sub-item it carries.
create table part_value (
    cycle_id text not null,
    unit text not null,
    sub_item bigint not null,
    sub_item_version int not null,
    -- in the unit and scale of the indicator's target
    value numeric not null,
    primary key (cycle_id, unit, sub_item),
    foreign key (cycle_id, unit) references partner_part,
    foreign key (sub_item, sub_item_version) references sub_item_version
);

-- What each sub-item came to when a version of the report was submitted, whoever told it.
create table sub_item_value (
    cycle_id text not null,
    version int not null,
    sub_item bigint not null,
    sub_item_version int not null,
    indicator bigint not null,
    indicator_version int not null,
    -- null where nothing was reported
    value numeric,
    -- what was approved last before
    last_value numeric,
    lamp text not null
        check (lamp in ('BEHIND', 'UNKNOWN', 'AT_RISK', 'ON_TRACK', 'DONE', 'NOT_COUNTED')),
    primary key (cycle_id, version, sub_item),
    foreign key (cycle_id, version) references progress_report,
    foreign key (sub_item, sub_item_version) references sub_item_version,
    foreign key (indicator, indicator_version) references agreed_indicator_version
);
create index sub_item_value_sub_item on sub_item_value (sub_item);

-- What the sub-items of the indicator came to together; null where it was not split.
alter table reported_value
    add column rolled_lamp text
        check (rolled_lamp in ('BEHIND', 'UNKNOWN', 'AT_RISK', 'ON_TRACK', 'DONE', 'NOT_COUNTED'));
