-- The key task of the year before that this one continues (结转).
alter table key_task add column predecessor text references key_task;
create index key_task_predecessor on key_task (predecessor);
