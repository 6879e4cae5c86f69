-- Which ways out a government uses; none without a row. The address of a robot carries its key and is never shown again.
create table channel_setting (
    government text primary key references government,
    mail boolean not null,
    robot text check (robot in ('WECOM', 'DINGTALK')),
    robot_url text,
    robot_secret text,
    check ((robot is null) = (robot_url is null))
);

-- People who are told and have no account.
create table contact (
    id bigint generated always as identity primary key,
    government text not null references government,
    kind text not null check (kind in ('SECRETARY', 'PRINCIPAL')),
    unit text references org_unit,
    name text not null,
    mail text not null,
    check ((kind = 'PRINCIPAL') = (unit is not null))
);
create index contact_government on contact (government);
create index contact_unit on contact (unit);

-- A day's digests of a government are composed once; the next ones begin where these ended.
create table digest_run (
    government text not null references government,
    day date not null,
    composed_at timestamptz not null,
    primary key (government, day)
);

-- What one recipient is told on one day: a username, contact:<id>, or robot:<government> for its group chat.
create table digest (
    id bigint generated always as identity primary key,
    government text not null references government,
    recipient text not null,
    day date not null,
    composed_at timestamptz not null,
    unique (recipient, day)
);

create table digest_line (
    digest_id bigint not null references digest,
    position int not null,
    -- names the sentence: notification.<kind>
    kind text not null,
    subject_type text not null,
    subject_id text not null,
    arguments jsonb not null,
    primary key (digest_id, position)
);

-- What leaves the system, and how it fared: one message per digest, or per urgent notice, and channel.
create table message (
    id bigint generated always as identity primary key,
    government text not null references government,
    channel text not null check (channel in ('MAIL', 'ROBOT')),
    recipient text not null,
    digest_id bigint references digest,
    inbox_entry_id bigint references inbox_entry,
    prepared_at timestamptz not null,
    -- when its process was started
    handed_over_at timestamptz,
    attempts int not null default 0,
    attempts_left int not null,
    last_attempt_at timestamptz,
    last_error text,
    last_error_detail text,
    delivered_at timestamptz,
    -- as it was sent
    recipient_name text,
    address text,
    subject text,
    text text,
    unique (digest_id, channel),
    unique (inbox_entry_id, channel),
    check ((digest_id is null) <> (inbox_entry_id is null))
);
create index message_to_hand_over on message (id) where handed_over_at is null;
create index message_government on message (government, prepared_at desc, id desc);
