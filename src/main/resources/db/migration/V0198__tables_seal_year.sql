-- A year that is archived: its files are kept and sealed. An edition is never replaced, the next one stands beside it.
alter table year_export
    add edition int,
    add retention text check (retention in ('PERMANENT', 'YEARS_30', 'YEARS_10')),
    -- SHA-256 of the manifest, which names every file with its own
    add seal text,
    add sealed_at timestamptz,
    add check ((edition is null) = (retention is null)),
    add check (edition is not null or keep_until is not null),
    add check ((seal is null) = (sealed_at is null)),
    alter keep_until drop not null;
create unique index year_export_edition on year_export (government, year, edition) where edition is not null;

alter table year_export_file
    drop constraint year_export_file_kind_check,
    drop constraint year_export_file_check,
    add subject text,
    add sha256 text;

create function refuse_change_of_sealed_file() returns trigger language plpgsql as
$$
begin
    if exists (select from year_export e where e.id = old.export_id and e.sealed_at is not null) then
        raise exception 'a sealed archive is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger year_export_file_sealed
    before update or delete on year_export_file
    for each row execute function refuse_change_of_sealed_file();
