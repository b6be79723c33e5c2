-- People of a dossier who open one of its links get a copy of their own, without the parts that others give directly to the landlord:
-- `copy.account_id` says for whom. It is never the copy of a landlord, even where both are called alike.

drop index copy_current;
create unique index copy_current on copy
  (kind, link_id, account_id, recipient, coalesce(piece_id, dossier_id), content_rev, day, locale) nulls not distinct
  where state in ('waiting','ready');
