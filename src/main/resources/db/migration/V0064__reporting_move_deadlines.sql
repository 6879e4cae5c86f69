-- A date that follows the rules is reckoned anew when a holiday notice changes them; one the office has set stays.
alter table reporting_round
    add column due_by_rule boolean not null default false,
    add column closes_by_rule boolean not null default false;

-- From which day a deadline counts how many working days; without a day the report is due with its round.
alter table reporting_cycle
    add column report_due_from date,
    add column report_due_days int,
    add column unit_review_from date,
    add column office_review_from date,
    add column suspended_on date,
    add column suspended_state text,
    drop constraint reporting_cycle_outcome_check,
    add constraint reporting_cycle_outcome_check
        check (outcome in ('APPROVED', 'NOT_REPORTED', 'NOT_APPROVED', 'SUSPENDED')),
    add check ((report_due_from is null) = (report_due_days is null)),
    add check ((state = 'SUSPENDED') = (suspended_on is not null) or state = 'CLOSED');

create index reporting_cycle_open on reporting_cycle (government, state) where state <> 'CLOSED';
