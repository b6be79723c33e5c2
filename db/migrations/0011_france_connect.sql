-- Sign-in by FranceConnect. `account.fc_identity` is the identity the person has confirmed; `fc_identity_next` is a newer one that
-- differs from it, or from the names typed before, and waits for the person's word.

alter table account add column fc_identity_next jsonb;

-- What happened to the link of an account, for its holder.
create index event_france_connect on event ((data->>'accountId'), at) where type like 'france_connect.%';
