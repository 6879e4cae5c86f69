-- Why a chief reopened a cycle whose round was published.
create table cycle_reopening (
    cycle_id text not null references reporting_cycle,
    number int not null,
    reason text not null,
    reopened_by text not null,
    reopened_by_name text not null,
    reopened_at timestamptz not null,
    primary key (cycle_id, number)
);

-- Since when a correction of the published table waits for its secrecy check and signature.
alter table reporting_round add correction_requested_at timestamptz;
