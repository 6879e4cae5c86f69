-- Who a person is at Keycloak: the id there stays when they are renamed, and is nobody else's when the name is given away.
create table directory_person (
    id text primary key,
    username text not null unique
);

-- What has been decided here and is not done at Keycloak yet, in the order it was decided.
create table directory_change (
    id bigint generated always as identity primary key,
    username text not null,
    kind text not null check (kind in ('CREATE', 'ENTER', 'LEAVE', 'CHANGE_MAIL')),
    -- of the post that is entered or left
    path text,
    name text,
    mail text
);
create index directory_change_username on directory_change (username, id);
