-- What the role may do that the application connects with, other than the one that migrates and owns everything: it reads
-- and writes, creates nothing, and of the trail it reads and adds to. Runs again when the name of the role changes. What
-- later migrations create is the application's to write, as it is most often; one that creates a table of the trail takes
-- that away again. Only names of the catalog are found without their schema: nothing else is to run in their place.
do $$
declare
    application constant text := '${applicationRole}';
    here constant text := '${flyway:defaultSchema}';
    owned record;
begin
    perform pg_catalog.set_config('search_path', 'pg_catalog', true);
    if application in ('', current_user) then
        return; -- one role for both: the application says so whenever it starts
    end if;
    execute format('revoke create on schema %I from public, %I', here, application);
    execute format('grant usage on schema %I to %I', here, application);
    for owned in
        select relname, relkind from pg_class
         where relnamespace = here::regnamespace and relowner = current_user::regrole and relkind in ('r', 'S')
           and relname <> '${flyway:table}'
    loop
        if owned.relkind = 'S' then
            execute format('grant usage, select on sequence %I.%I to %I', here, owned.relname, application);
        else
            execute format('grant select, insert, update, delete on %I.%I to %I', here, owned.relname, application);
        end if;
    end loop;
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
        here, application);
    execute format('alter default privileges in schema %I grant usage, select on sequences to %I', here, application);

    for owned in
        select relname, relname in ('audit_entry', 'audit_seal') as grows from pg_class
         where relnamespace = here::regnamespace and relkind = 'r' and relname like 'audit\_%'
    loop
        execute format('revoke %s on %I.%I from %I', case when owned.grows then 'update, delete'
            else 'insert, update, delete' end, here, owned.relname, application);
    end loop;
    -- Of which kind an account is, its memberships alone tell.
    execute format('revoke insert, update, delete on %I.account_kind from %I', here, application);
    execute format('grant execute on function %1$I.purge_audit_chain, %1$I.fold_audit_counts to %2$I', here, application);
end
$$;
