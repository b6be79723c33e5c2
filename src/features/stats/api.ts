export { recordMilestone, type Milestone } from './record-milestone.ts';
export { countPublic } from './count-public.ts';
export { whoFills } from './who-fills.ts';
