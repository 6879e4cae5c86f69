create table government (
    code text primary key check (code ~ '^[a-z][a-z0-9]{1,19}$' and code <> 'admin'),
    name text not null
);

-- Two spellings of one name: full-width and half-width forms and white space do not count.
create function unit_name_key(name text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(normalize(name, NFKC), '\s', '', 'g');

create table org_unit (
    code text primary key,
    government text not null references government,
    -- order of first appearance; the number in the code
    ordinal int not null,
    name text not null,
    unique (government, ordinal)
);
create unique index org_unit_name on org_unit (government, unit_name_key(name));

create table unit_alias (
    government text not null references government,
    unit text not null references org_unit,
    alias text not null
);
create unique index unit_alias_alias on unit_alias (government, unit_name_key(alias));
create index unit_alias_unit on unit_alias (unit);

-- A phrase of the documents that stands for several units, as a person has once said.
create table unit_group_member (
    government text not null references government,
    group_text text not null,
    position int not null,
    unit text not null references org_unit,
    primary key (government, group_text, position),
    unique (government, group_text, unit)
);
