import { common } from './common.ts';

export const words = {
  ...common,
};
