-- What runs as its owner or inside somebody else's statement finds the catalog first and never what is only of a session.
do $$
declare
    each record;
begin
    perform pg_catalog.set_config('search_path', 'pg_catalog', true);
    for each in
        select oid::regprocedure as signature from pg_proc
         where pronamespace = '${flyway:defaultSchema}'::regnamespace and proowner = current_user::regrole
           and (prosecdef or prorettype = 'trigger'::regtype)
    loop
        execute format('alter function %s set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp', each.signature);
    end loop;
end
$$;
