-- Tasklist had one filter under a random id; from this version on the application creates four under ids of their own.
delete from act_ru_authorization where resource_type_ = 5 and resource_id_ in (select id_ from act_ru_filter);
delete from act_ru_filter;
