-- Three red quarters of one key task in a row put an interview before the city leaders.
alter table slip
    drop constraint slip_source_check,
    add constraint slip_source_check check (source in ('LADDER', 'MANUAL', 'INSTRUCTION', 'COUNT', 'RED_QUARTERS'));

