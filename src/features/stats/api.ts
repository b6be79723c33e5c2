export { recordMilestone, type Milestone, type MilestoneName } from './record-milestone.ts';
export { countPublic } from './count-public.ts';
export { whoFills } from './who-fills.ts';
