-- A guarantor may let the tenant they guarantee for see their part: a ground of its own, which lets nobody fill.

alter table access drop constraint access_basis_check;
alter table access add constraint access_basis_check check (basis in ('self','declarant','spouse','supported','helper'));
