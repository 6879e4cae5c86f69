-- partners as an imported result table names them; null where the round was run here: then they are the key task's
alter table reporting_cycle add stated_partners text[];
