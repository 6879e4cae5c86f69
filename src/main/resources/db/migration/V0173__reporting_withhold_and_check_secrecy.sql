-- What is not for publication, with its legal ground; of a whole key task, or of its report in one round.
create table withholding (
    id bigint generated always as identity primary key,
    government text not null,
    key_task_id text not null,
    round_id text references reporting_round,
    ground text not null,
    reason text not null,
    withheld_by text not null,
    withheld_by_name text not null,
    withheld_at timestamptz not null,
    lifted_by text,
    lifted_by_name text,
    lifted_at timestamptz
);

create unique index withholding_in_force on withholding (key_task_id, coalesce(round_id, '')) where lifted_at is null;

-- Who checked for secrets what the chief was then asked to sign.
create table secrecy_check (
    round_id text not null references reporting_round,
    number int not null,
    sha256 text not null,
    opinion text,
    checked_by text not null,
    checked_by_name text not null,
    checked_at timestamptz not null,
    primary key (round_id, number)
);

-- How many key tasks a publication leaves out.
alter table publication add withheld int not null default 0;
