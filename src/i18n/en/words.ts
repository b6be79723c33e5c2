import { common } from './common.ts';
import { http } from './http.ts';

export const words = {
  ...common,
  ...http,
};
