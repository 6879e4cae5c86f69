-- A finding on the spot that contradicts an approved report costs the unit that reported.
alter table score_line drop constraint score_line_cause_type_check;
alter table score_line add constraint score_line_cause_type_check
    check (cause_type in ('slip', 'reporting-cycle', 'mark', 'inspection'));
