-- The unit that took over this one's duties; its names mean that unit from then on.
alter table org_unit
    add column merged_into text references org_unit,
    add check (merged_into <> code);
