-- The bytes of attached files, once each however often they are attached. Not compressed, so that a part of a large one
-- can be read without the rest; pictures and office files are compressed already.
create table evidence_content (
    sha256 text primary key,
    content bytea not null
);
alter table evidence_content alter content set storage external;

-- A file that backs the lead unit's report or a partner's part.
create table evidence (
    id text primary key,
    cycle_id text not null references reporting_cycle,
    -- Whose part it backs; null: the report.
    part_unit text,
    name text not null,
    type text not null,
    size int not null check (size > 0),
    sha256 text not null references evidence_content,
    -- Whether the version that is submitted next carries it; a part has one version only.
    drafted boolean not null default true,
    attached_by text not null,
    attached_by_name text not null,
    attached_at timestamptz not null,
    foreign key (cycle_id, part_unit) references partner_part (cycle_id, unit) on update cascade on delete cascade
);
create index evidence_cycle on evidence (cycle_id);
create index evidence_sha256 on evidence (sha256);

-- Which files a submitted version carries: never changed.
create table report_evidence (
    cycle_id text not null,
    version int not null,
    evidence_id text not null references evidence,
    primary key (cycle_id, version, evidence_id),
    foreign key (cycle_id, version) references progress_report
);
create index report_evidence_file on report_evidence (evidence_id);

-- Content goes with the last file that has it. The lock waits for one who attaches the same content just now, so that
-- the second statement sees it.
create function drop_unused_evidence_content() returns trigger language plpgsql as
$$
begin
    perform from evidence_content where sha256 = old.sha256 for update;
    delete from evidence_content c
     where c.sha256 = old.sha256 and not exists (select from evidence e where e.sha256 = c.sha256);
    return null;
end
$$;

create trigger evidence_content_unused after delete on evidence
    for each row execute function drop_unused_evidence_content();
