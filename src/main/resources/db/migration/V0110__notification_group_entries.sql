-- What happens to many objects at one moment is told to a person in one entry.
alter table inbox_entry
    -- where all of them are listed; null for what is told one by one
    add column list_path text;

-- The objects such an entry tells of, each once however often its event comes.
create table inbox_entry_part (
    entry_id bigint not null references inbox_entry,
    subject_id text not null,
    primary key (entry_id, subject_id)
);
