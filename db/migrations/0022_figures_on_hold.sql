-- Indicators that fell by more than 30 %: the figures published before stay until somebody has checked and confirmed.
create table stat_hold (
  indicator text primary key,
  month date not null,
  size_before integer not null,
  size_now integer not null,
  noticed_at timestamptz not null,
  confirmed_at timestamptz
);
