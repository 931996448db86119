-- Answers that were kept before: the secret that the service made for a contact goes out of them too.
update kept_answer
set body = convert_to((convert_from(body, 'UTF8')::jsonb - 'secret')::text, 'UTF8'), withheld = '/secret'
where case when method = 'POST' and path = '/api/v1/contacts'
  then convert_from(body, 'UTF8')::jsonb ->> 'secret' end is not null;
