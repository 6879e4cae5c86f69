-- The day from which nothing is owed for the key task; null while it goes on.
alter table key_task add column suspended_on date;
