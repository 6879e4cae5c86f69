-- What ends with a round, whatever else the city has.
create index slip_open_round on slip (round_id) where ended_at is null;

-- The drafts that wait, the longest first.
create index slip_draft_waiting on slip (government, drafted_at) where issued_at is null and ended_at is null;

-- The orders that came of instructions, on the key task's page.
create index slip_instruction on slip (key_task_id) where source = 'INSTRUCTION';
