create table audit_entry (
    id bigint generated always as identity primary key,
    -- null for what concerns the whole installation; no foreign key: the trail outlives what it tells of
    government text,
    at timestamptz not null,
    actor text not null,
    actor_name text,
    act text not null,
    object_type text not null,
    object_id text not null,
    -- by field name: {"before": …, "after": …}
    changes jsonb not null
);
create index audit_entry_government on audit_entry (government, id);
create index audit_entry_object on audit_entry (object_type, object_id, id);
create index audit_entry_actor on audit_entry (actor, id);

create function refuse_change_of_audit_entry() returns trigger language plpgsql as
$$
begin
    raise exception 'audit_entry is append-only';
end
$$;

create trigger audit_entry_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function refuse_change_of_audit_entry();
