-- What the role may do that the application connects with, other than the one that migrates and owns the tables: the trail
-- can be added to and read, not changed. Runs again when the name of the role changes. What later migrations create is
-- the application's to write, as it is most often; one that creates a table of the trail takes that away again.
do $$
declare
    application constant text := '${applicationRole}';
    owned record;
begin
    if application in ('', current_user) then
        return; -- one role for both: the application says so whenever it starts
    end if;
    execute format('grant usage, create on schema %I to %I', current_schema, application);
    for owned in
        select relname, relkind from pg_class
         where relnamespace = current_schema::regnamespace and relowner = current_user::regrole and relkind in ('r', 'S')
           and relname <> '${flyway:table}'
    loop
        if owned.relkind = 'S' then
            execute format('grant usage, select on sequence %I to %I', owned.relname, application);
        elsif owned.relname like 'act\_%' then
            -- The engine creates and upgrades its tables itself; these are from the time of one role for both.
            execute format('alter table %I owner to %I', owned.relname, application);
        else
            execute format('grant select, insert, update, delete on %I to %I', owned.relname, application);
        end if;
    end loop;
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to %I',
        current_schema, application);
    execute format('alter default privileges in schema %I grant usage, select on sequences to %I',
        current_schema, application);

    execute format('revoke update, delete on audit_entry, audit_seal from %I', application);
    execute format('revoke insert, update, delete on audit_head, audit_unsealed, audit_checkpoint from %I', application);
    execute format('grant execute on function purge_audit_chain to %I', application);
end
$$;
