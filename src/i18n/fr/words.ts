import { common } from './common.ts';
import { http } from './http.ts';
import { situations } from './situations.ts';

export const words = {
  ...common,
  ...http,
  ...situations,
};
