-- Who signs in with a password others have seen, until it is changed.
create table first_password (
    username text primary key,
    government text not null references government,
    made_at timestamptz not null,
    -- before that nobody knows a password of the account
    handed_out_at timestamptz,
    handed_out_by text,
    -- unused until then it opens nothing any more
    valid_until timestamptz,
    changed_at timestamptz,
    check ((handed_out_at is null) = (handed_out_by is null)),
    check ((handed_out_at is null) = (valid_until is null))
);
create index first_password_open on first_password (government) where changed_at is null;

-- Whoever has left; the account stays for the names in the history and is given to nobody else.
create table closed_account (
    username text primary key,
    government text not null references government,
    closed_at timestamptz not null,
    closed_by text not null
);

create table person_phone (
    username text primary key,
    phone text not null
);

-- Posts the system administrator has named somebody for, until the security administrator grants or refuses them.
create table pending_post (
    username text not null,
    path text not null,
    government text not null references government,
    requested_by text not null,
    requested_at timestamptz not null,
    primary key (username, path)
);
create index pending_post_government on pending_post (government);
