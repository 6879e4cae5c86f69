-- Who completed which work item and when: outlives the engine's task, answers 已办 and lost races.
create table completed_work_item (
    id varchar(64) primary key,
    kind varchar(100) not null,
    name varchar(200) not null,
    process varchar(100) not null,
    step varchar(100) not null,
    business_key varchar(200) not null,
    government varchar(50) not null,
    -- Group paths of those who might have completed it: only they are told who did.
    candidates text[] not null,
    completed_by varchar(200) not null,
    completed_by_name varchar(200) not null,
    completed_at timestamptz not null
);
create index completed_work_item_by on completed_work_item (completed_by, completed_at desc);
create index completed_work_item_of on completed_work_item (business_key);

-- What the candidates of a work item have entered so far; gone when it is completed.
create table work_item_draft (
    work_item_id varchar(64) primary key,
    form_values jsonb not null,
    saved_by varchar(200) not null,
    saved_at timestamptz not null
);
