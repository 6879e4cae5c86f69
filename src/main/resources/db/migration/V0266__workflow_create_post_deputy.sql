-- Who holds somebody's post for some days besides them; the post itself is a membership as any other.
create table post_deputy (
    id text primary key,
    government text not null references government,
    path text not null,
    holder text not null,
    holder_name text not null,
    deputy text not null,
    deputy_name text not null,
    starts_on date not null,
    -- the last day
    ends_on date not null,
    named_at timestamptz not null,
    began_at timestamptz,
    ended_at timestamptz,
    check (starts_on <= ends_on),
    check (holder <> deputy)
);
-- One deputy at a time.
create unique index post_deputy_open on post_deputy (holder, path) where ended_at is null;
create index post_deputy_deputy on post_deputy (deputy) where ended_at is null;
create index post_deputy_government on post_deputy (government, named_at desc);
