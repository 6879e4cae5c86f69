-- What the office entered for a unit says from where it has it; null where the unit submitted itself.
alter table progress_report add column entered_from text check (entered_from in ('PAPER', 'TELEPHONE'));
