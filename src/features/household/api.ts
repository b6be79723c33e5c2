export { HOUSEHOLD_MAILS } from './mails.ts';
export { carryOut } from './carry-out-plan.ts';
export { erasePeople } from './erase-people.ts';
export { loadHousehold } from './load-household.ts';
