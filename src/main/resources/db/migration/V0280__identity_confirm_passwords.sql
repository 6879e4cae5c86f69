-- Who made the account: an administrator hands out only what they made themselves.
alter table first_password add column made_by text;

-- New first passwords the system administrator wants for people who hold posts: such a password opens their work, so the
-- security administrator confirms each before it is made.
create table password_request (
    username text primary key,
    government text not null references government,
    requested_by text not null,
    requested_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null))
);
