-- From which day the limit of an answer counts how many working days; null where the office named the day itself.
alter table slip
    add column limit_from date,
    add column limit_days int;
