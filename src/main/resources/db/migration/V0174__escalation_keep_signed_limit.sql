-- An order is kept as it was signed; a returned answer or a holiday notice moves only the limit that counts.
alter table slip add signed_limit_at timestamptz;

update slip set signed_limit_at = limit_at where issued_at is not null;

-- Whoever changes a rule again before it holds leaves the first change to be read.
alter table government_rule drop constraint government_rule_pkey;
alter table government_rule add primary key (government, rule, effective_from, changed_at);
