-- By when a version was due when it was submitted: a return, an extension or a reopening moves the cycle's own date later.
alter table progress_report add column due_at timestamptz;

update progress_report p
set due_at = case
    when exists (select from review w where w.cycle_id = c.id and w.decision = 'RETURN' and w.undone_at is null)
      or exists (select from cycle_reopening o where o.cycle_id = c.id)
    then least(c.report_due_at, (r.report_due_on + time '18:00') at time zone 'Asia/Shanghai')
    else c.report_due_at end
from reporting_cycle c join reporting_round r on r.id = c.round_id
where c.id = p.cycle_id and p.source = 'UNIT';

alter table progress_report add check ((source = 'UNIT') = (due_at is not null));
