-- Posts that pass from one person to another, now or from a day to come.
create table hand_over (
    id text primary key,
    government text not null references government,
    paths text[] not null,
    leaver text not null,
    leaver_name text not null,
    -- null until the account of somebody new is made
    successor text,
    successor_name text not null,
    -- of somebody new
    successor_phone text,
    successor_mail text,
    -- the post the leaver gets elsewhere; null for who leaves
    moves_to text,
    starts_on date not null,
    requested_by text not null,
    requested_by_name text not null,
    -- the posts it was asked for with: they decide who has to grant
    requested_paths text[] not null,
    requested_at timestamptz not null,
    done_at timestamptz,
    withdrawn_at timestamptz
);
create unique index hand_over_open on hand_over (leaver) where done_at is null and withdrawn_at is null;
create index hand_over_government on hand_over (government, requested_at desc);
