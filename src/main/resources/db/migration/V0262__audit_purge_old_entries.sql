-- Where a chain begins after its oldest entries have been removed: the last seal that went with them.
create table audit_checkpoint (
    chain text not null,
    position bigint not null,
    algorithm text not null,
    hash text not null,
    sealed_at timestamptz not null,
    purged_at timestamptz not null,
    primary key (chain, position)
);

create trigger audit_checkpoint_append_only
    before update or delete or truncate on audit_checkpoint
    for each statement execute function refuse_change_of_audit_entry();

create or replace function refuse_change_of_audit_entry() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' and current_setting('supervision.audit_purge', true) = 'on' then
        return null;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;

-- The only way entries ever go: from the beginning of a chain on, sealed ones, older than was asked for and in any case
-- older than six months by the clock of the database, up to the first that is younger or gone.
create function purge_audit_chain(purged text, before timestamptz) returns bigint language plpgsql strict
    security definer set search_path = ${flyway:defaultSchema}, pg_temp as
$$
declare
    cutoff constant timestamptz := least(before, now() - interval '6 months');
    last_old bigint;
    removed bigint;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_purge'), hashtext(purged)) then
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
         where chain = purged and position = last_old;
    if not found then
        return 0;
    end if;
    perform set_config('supervision.audit_purge', 'on', true);
    delete from audit_entry using audit_seal seal
     where seal.chain = purged and seal.position <= last_old and audit_entry.id = seal.entry_id;
    delete from audit_seal where chain = purged and position <= last_old;
    get diagnostics removed = row_count;
    perform set_config('supervision.audit_purge', 'off', true);
    return removed;
end
$$;

revoke execute on function purge_audit_chain(text, timestamptz) from public;
