-- Rounds that closed before there was the table.
insert into unit_quarter (government, year, quarter, unit, round_id, cycles, due, on_time, late, missing, reported, approved,
    not_reported, not_approved, returned, mismatch, without_value, behind, unknown, at_risk, on_track, done, not_counted,
    suspended, returns)
select government, year, quarter, lead_unit, round_id, count(*),
    count(*) filter (where asked),
    count(*) filter (where asked and in_time),
    count(*) filter (where asked and first_at is not null and not in_time),
    count(*) filter (where asked and first_at is null),
    count(*) filter (where stands and outcome is distinct from 'NOT_REPORTED'),
    count(*) filter (where outcome = 'APPROVED'),
    count(*) filter (where outcome = 'NOT_REPORTED'),
    count(*) filter (where outcome = 'NOT_APPROVED'),
    count(*) filter (where returns > 0),
    count(*) filter (where verdict in ('DONE', 'ON_SCHEDULE') and lamp in ('BEHIND', 'UNKNOWN')),
    count(*) filter (where report_lamp = 'UNKNOWN'),
    count(*) filter (where lamp = 'BEHIND'),
    count(*) filter (where lamp = 'UNKNOWN'),
    count(*) filter (where lamp = 'AT_RISK'),
    count(*) filter (where lamp = 'ON_TRACK'),
    count(*) filter (where lamp = 'DONE'),
    count(*) filter (where lamp = 'NOT_COUNTED'),
    count(*) filter (where lamp = 'SUSPENDED'),
    sum(returns)
from (
    select r.government, r.year, r.quarter, c.lead_unit, c.round_id, c.outcome, p.verdict, p.lamp as report_lamp,
        c.report_version > c.undone_versions as stands,
        r.origin = 'LIVE' and coalesce(c.outcome, c.state) <> 'SUSPENDED' as asked,
        f.submitted_at as first_at,
        f.submitted_at <= f.due_at and (r.closed_at is null or f.submitted_at <= r.closed_at) as in_time,
        case when c.state = 'SUSPENDED' or c.outcome = 'SUSPENDED' then 'SUSPENDED'
             when c.outcome in ('NOT_REPORTED', 'NOT_APPROVED') then 'UNKNOWN'
             else coalesce(p.lamp, 'UNKNOWN') end as lamp,
        (select count(*) from review w
            where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null) as returns
    from reporting_cycle c
    join reporting_round r on r.id = c.round_id and r.state in ('CLOSED', 'PUBLISHED')
    left join progress_report p on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
    left join lateral (
        select e.submitted_at, e.due_at from progress_report e
        where e.cycle_id = c.id and e.source = 'UNIT' and e.undone_at is null
        order by e.version limit 1) f on true) cycle
group by government, year, quarter, lead_unit, round_id;
