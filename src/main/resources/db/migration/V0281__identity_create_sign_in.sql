-- Sign-ins that go on, so that people see where they are signed in; one that was ended is gone. The session itself is
-- the node's: its identifier is not kept here.
create table sign_in (
    id uuid primary key,
    username text not null,
    address text not null,
    agent text not null,
    began_at timestamptz not null default now(),
    -- to the minute
    seen_at timestamptz not null default now()
);
create index sign_in_username on sign_in (username);
create index sign_in_seen_at on sign_in (seen_at);
