-- What a text says without its spaces and marks: texts with one key say the same.
create function text_key(words text) returns text
    language sql immutable strict parallel safe
    return md5(regexp_replace(lower(words), '[[:space:][:punct:]，。；、：！？（）【】《》“”‘’—…·　]+', '', 'g'));

alter table progress_report add column text_key text not null generated always as (text_key(progress)) stored;

create index progress_report_text on progress_report (text_key);

-- What was doubtful about a version when it was submitted, and what the unit answered.
create table report_doubt (
    cycle_id text not null,
    version int not null,
    rule text not null,
    arguments text[] not null,
    answer text not null,
    primary key (cycle_id, version, rule),
    foreign key (cycle_id, version) references progress_report
);
