-- What else is kept of each chain, so that what is taken away together with its traces is missed.

-- How many entries were ever added: a row for each connection, whose transactions follow one another, so that no act waits
-- for another one; 0 for connections that have ended. Whoever may add entries adds here by the trigger and cannot do less.
create table audit_added (
    chain text not null,
    backend int not null,
    added bigint not null check (added >= 0),
    primary key (chain, backend)
) with (fillfactor = 50);

create trigger audit_added_stays before truncate on audit_added
    for each statement execute function refuse_change_of_audit_entry();

insert into audit_added (chain, backend, added)
    select chain, 0, sum(count) from (
        select chain, position as count from audit_head union all
        select chain, count(*) from audit_unsealed group by chain) as known
     group by chain;

create or replace function queue_audit_entries() returns trigger language plpgsql
    security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as
$$
begin
    insert into audit_unsealed (chain, entry_id) select coalesce(government, ''), id from added;
    insert into audit_added as known (chain, backend, added)
        select coalesce(government, ''), pg_backend_pid(), count(*) from added group by 1
        on conflict (chain, backend) do update set added = known.added + excluded.added;
    return null;
end
$$;

-- Adds up the rows of connections that have ended; nobody writes those any more.
create function fold_audit_counts() returns void language plpgsql
    security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as
$$
begin
    if pg_try_advisory_xact_lock(hashtext('audit_added'), 0) then
        with ended as (
            delete from audit_added where backend <> 0 and backend not in (select pid from pg_stat_activity)
            returning chain, added)
        insert into audit_added as known (chain, backend, added)
            select chain, 0, sum(added) from ended group by chain
            on conflict (chain, backend) do update set added = known.added + excluded.added;
    end if;
end
$$;

-- For how many months entries are kept, from the configuration at the last start (R__audit_keep_months); none: for ever.
create table audit_keeping (
    single boolean primary key default true check (single),
    months int check (months >= 6)
);
insert into audit_keeping default values;

drop function purge_audit_chain(text, timestamptz);

-- The only way entries ever go: from the beginning of a chain on, sealed ones, older than is configured and in any case
-- older than six months by the clock of the database, up to the first that is younger or gone. What it has removed it
-- says itself, in an entry of the same chain; a checkpoint without such an entry is none.
create function purge_audit_chain(purged text) returns bigint language plpgsql strict
    security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as
$$
declare
    cutoff timestamptz;
    last_old bigint;
    removed bigint;
    checkpoint audit_checkpoint;
begin
    select now() - make_interval(months => greatest(months, 6)) into cutoff from audit_keeping where months is not null;
    if not found or not pg_try_advisory_xact_lock(hashtext('audit_purge'), hashtext(purged)) then
        return 0;
    end if;
    select seal.position - 1 into last_old
      from audit_seal seal left join audit_entry entry on entry.id = seal.entry_id
     where seal.chain = purged and (entry.id is null or entry.at >= cutoff or seal.sealed_at >= cutoff)
     order by seal.position limit 1;
    if not found then
        select position into last_old from audit_head where chain = purged;
    end if;
    insert into audit_checkpoint (chain, position, algorithm, hash, sealed_at, purged_at)
        select chain, position, algorithm, hash, sealed_at, now() from audit_seal
         where chain = purged and position = last_old
        returning * into checkpoint;
    if checkpoint.position is null then
        return 0;
    end if;
    perform set_config('supervision.audit_purge', 'on', true);
    delete from audit_entry using audit_seal seal
     where seal.chain = purged and seal.position <= last_old and audit_entry.id = seal.entry_id;
    delete from audit_seal where chain = purged and position <= last_old;
    get diagnostics removed = row_count;
    perform set_config('supervision.audit_purge', 'off', true);
    insert into audit_entry (government, at, actor, act, object_type, object_id, changes)
        select nullif(purged, ''), now(), 'engine', 'purge-audit-trail', 'audit-trail',
               case purged when '' then 'installation' else purged end,
               jsonb_object_agg(field, jsonb_build_object('before', null, 'after', value))
          from (values ('olderThan', to_char(cutoff at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
                       ('removedEntries', removed::text), ('position', checkpoint.position::text),
                       ('hash', checkpoint.hash)) as said (field, value);
    return removed;
end
$$;
revoke execute on function purge_audit_chain(text), fold_audit_counts(), queue_audit_entries() from public;

-- Checkpoints of the time before say so now.
insert into audit_entry (government, at, actor, act, object_type, object_id, changes)
    select nullif(chain, ''), now(), 'engine', 'purge-audit-trail', 'audit-trail',
           case chain when '' then 'installation' else chain end,
           jsonb_build_object('position', jsonb_build_object('before', null, 'after', position::text),
                              'hash', jsonb_build_object('before', null, 'after', hash))
      from (select distinct on (chain) * from audit_checkpoint order by chain, position desc) as latest;
