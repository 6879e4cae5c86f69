-- The day on which the unit that leads now was given the lead: objections count from it. Unknown for what was there
-- before it was kept.
alter table key_task add column if not exists assigned_on date;
