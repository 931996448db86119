-- What an answer shows once (a secret) is not kept; this says where it stood, so that the repeat can tell that it
-- lacks it. Null: the answer is kept whole.
alter table kept_answer add column withheld text;
