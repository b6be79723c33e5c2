export { refreshStatuses, type StatusHouse } from './refresh-statuses.ts';
export { tenantViews, roleOf } from './views.ts';
export { loadChecks } from './load-checks.ts';
export { revivePeople } from './revive-people.ts';
