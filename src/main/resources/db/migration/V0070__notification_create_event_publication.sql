-- Events that a listener still has to deal with after their transaction; a row goes when it has. The layout is the event
-- publication registry's own.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_publication_date on event_publication (publication_date);
