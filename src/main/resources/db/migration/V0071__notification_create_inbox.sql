-- What people have been told. A recipient is a username, or contact:<id> for somebody without account.
create table inbox_entry (
    id bigint generated always as identity primary key,
    government text not null references government,
    recipient text not null,
    -- names the sentence: notification.entry.<kind>
    kind text not null,
    -- what the sentence is about, as the trail names it
    subject_type text not null,
    subject_id text not null,
    arguments jsonb not null,
    -- the event that told it: events are delivered at least once, told once
    cause text not null,
    told_at timestamptz not null,
    read_at timestamptz,
    unique (recipient, cause)
);
create index inbox_entry_recipient on inbox_entry (recipient, (read_at is null) desc, told_at desc, id desc);
create index inbox_entry_unread on inbox_entry (recipient) where read_at is null;
create index inbox_entry_told_at on inbox_entry (government, told_at);
