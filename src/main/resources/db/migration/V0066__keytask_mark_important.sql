-- Important key tasks may start on a higher rung of the ladder.
alter table key_task add column important boolean not null default false;
