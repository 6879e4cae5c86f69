-- Lists of slips, the newest first: issued ones, and drafts that have ended.
create index slip_listed on slip (government, (coalesce(issued_at, ended_at)) desc);
