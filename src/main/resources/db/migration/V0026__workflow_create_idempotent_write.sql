-- Answers of writes that carried an Idempotency-Key, for a day; without a status while the write is under way.
create table idempotent_write (
    username text not null,
    idempotency_key text not null,
    request text not null,
    begun_at timestamptz not null,
    status int,
    content_type text,
    location text,
    body bytea,
    primary key (username, idempotency_key)
);

create index idempotent_write_begun_at on idempotent_write (begun_at);
