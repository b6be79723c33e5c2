export { refreshStatuses, type StatusHouse } from './refresh-statuses.ts';
export { tenantViews, roleOf } from './views.ts';
export { loadChecks } from './load-checks.ts';
export { loadUnexplained, type Unexplained } from './load-unexplained.ts';
export { revivePeople } from './revive-people.ts';
