-- An administrator of the installation belongs to no government.
alter table closed_account alter column government drop not null;

-- Sessions Keycloak has ended, told to any node: whoever signed in by one is signed out on all.
create table ended_sign_in (
    -- id of the session at Keycloak or, where it ended all of them, of the person
    ended text primary key,
    ended_at timestamptz not null
);
create index ended_sign_in_ended_at on ended_sign_in (ended_at);
