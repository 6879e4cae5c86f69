-- Seals of the entries: one chain for each government and one, '', for what concerns the whole installation.
create table audit_seal (
    chain text not null,
    -- from 1, without a gap; the order of the chain, which is not always that of the ids
    position bigint not null,
    -- no foreign key: that an entry is missing is for the verification to say
    entry_id bigint not null unique,
    algorithm text not null,
    hash text not null,
    sealed_at timestamptz not null,
    primary key (chain, position)
);

-- Entries that wait for their seal: found without looking through the past, whatever order their transactions end in.
create table audit_unsealed (
    chain text not null,
    entry_id bigint not null,
    primary key (chain, entry_id)
);

-- Where each chain ends, so that seals taken away from its end are missed.
create table audit_head (
    chain text primary key,
    position bigint not null,
    algorithm text not null,
    hash text not null,
    sealed_at timestamptz not null
);

-- Queue and head are kept by the database itself: who adds entries and seals need not be allowed to write them.
create function queue_audit_entries() returns trigger language plpgsql
    security definer set search_path = ${flyway:defaultSchema}, pg_temp as
$$
begin
    insert into audit_unsealed (chain, entry_id) select coalesce(government, ''), id from added;
    return null;
end
$$;

create trigger audit_entry_queue after insert on audit_entry
    referencing new table as added for each statement execute function queue_audit_entries();

create function advance_audit_head() returns trigger language plpgsql
    security definer set search_path = ${flyway:defaultSchema}, pg_temp as
$$
declare
    waiting bigint;
begin
    perform from (
        select min(added.position) as first, max(added.position) as last, count(*) as seals,
               coalesce(max(head.position), 0) as reached
          from added left join audit_head head using (chain) group by chain) growth
      where first <> reached + 1 or last <> reached + seals;
    if found then
        raise exception 'seals follow the head of their chain without a gap';
    end if;
    delete from audit_unsealed using added
     where audit_unsealed.chain = added.chain and audit_unsealed.entry_id = added.entry_id;
    get diagnostics waiting = row_count;
    if waiting <> (select count(*) from added) then
        raise exception 'only entries that wait are sealed';
    end if;
    insert into audit_head (chain, position, algorithm, hash, sealed_at)
        select distinct on (chain) chain, position, algorithm, hash, sealed_at from added order by chain, position desc
        on conflict (chain) do update set position = excluded.position, algorithm = excluded.algorithm,
            hash = excluded.hash, sealed_at = excluded.sealed_at;
    return null;
end
$$;

create trigger audit_seal_head after insert on audit_seal
    referencing new table as added for each statement execute function advance_audit_head();

create or replace function refuse_change_of_audit_entry() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger audit_seal_append_only
    before update or delete or truncate on audit_seal
    for each statement execute function refuse_change_of_audit_entry();
create trigger audit_head_stays
    before delete or truncate on audit_head
    for each statement execute function refuse_change_of_audit_entry();

insert into audit_unsealed (chain, entry_id) select coalesce(government, ''), id from audit_entry;
