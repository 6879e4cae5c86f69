-- What was asked of a unit: every work item its people had to complete, which time it was, and how long they were seen
-- working on it. Pages over months read these lines and nothing of the engine.
alter table completed_work_item
    -- Code of the unit whose post had to complete it; null where none of a unit had, or where it was undone.
    add column unit text,
    -- 1 for the first time, more where the same was asked again: after a return, say.
    add column time_asked int not null default 1,
    -- Null where nobody of the unit was seen at it: completed by another program, or entered on its behalf.
    add column seconds int check (seconds >= 0);

update completed_work_item set unit = split_part(candidates[1], '/', 3) where split_part(candidates[1], '/', 2) = 'units';

update completed_work_item c set time_asked = n.time_asked
from (select id, row_number() over (partition by business_key, step, unit order by completed_at, id) as time_asked
      from completed_work_item where unit is not null) n
where n.id = c.id and n.time_asked > 1;

create index completed_work_item_asked on completed_work_item (government, completed_at, unit) where unit is not null;

-- How long people have been seen working on a waiting work item up to now; gone when it is completed.
create table work_item_effort (
    work_item_id varchar(64) primary key,
    seconds int not null check (seconds >= 0),
    seen_at timestamptz not null
);
