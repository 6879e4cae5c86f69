-- The three administrators are three people, and none of them holds a business post. Every account is of one kind; its
-- memberships are all of that kind, which two keys see to, whatever is written at the same time and by whom.
create table account_kind (
    username text primary key,
    -- the path of an administrator's group, or '' for posts of governments
    kind text not null,
    unique (username, kind)
);

alter table act_id_membership
    add column supervision_kind text not null
        generated always as (case when group_id_ like 'admin/%' then group_id_ else '' end) stored,
    -- The engine's own group of those who may do everything stays empty.
    add constraint nobody_does_everything check (group_id_ <> 'camunda-admin');

insert into account_kind (username, kind) select distinct user_id_, supervision_kind from act_id_membership;

alter table act_id_membership
    add constraint three_administrators foreign key (user_id_, supervision_kind) references account_kind (username, kind);

-- The first membership says of which kind an account is, the last one that goes leaves it open again.
create function tell_account_kind() returns trigger language plpgsql
    security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as
$$
begin
    insert into account_kind (username, kind)
        values (new.user_id_, case when new.group_id_ like 'admin/%' then new.group_id_ else '' end)
        on conflict (username) do nothing;
    return new;
end
$$;

create function forget_account_kind() returns trigger language plpgsql
    security definer set search_path = pg_catalog, ${flyway:defaultSchema}, pg_temp as
$$
begin
    delete from account_kind where username = old.user_id_
        and not exists (select from act_id_membership where user_id_ = old.user_id_);
    return null;
end
$$;
revoke execute on function tell_account_kind(), forget_account_kind() from public;

create trigger membership_tells_kind before insert or update on act_id_membership
    for each row execute function tell_account_kind();
create trigger membership_forgets_kind after update or delete on act_id_membership
    for each row execute function forget_account_kind();
