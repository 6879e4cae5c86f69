-- Lists as somebody wants to find them again: filter, order and columns under a name of one's own.
create table saved_view (
    id bigint generated always as identity primary key,
    username varchar(200) not null,
    page varchar(30) not null,
    name varchar(30) not null,
    query varchar(500) not null,
    unique (username, page, name)
);
