-- goal of the stored key task that a person said the row means although it is worded quite differently; null: nobody has
alter table import_row add accepted_goal text;
