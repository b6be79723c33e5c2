import type { App } from '#http/app.ts';
import { accountRoutes } from './account.routes.tsx';
import type { AccountDoors, AccountsHouse } from './accounts-house.ts';
import { changeEmailRoutes } from './change-email.routes.tsx';
import { forgottenPasswordRoutes } from './forgotten-password.routes.tsx';
import { signInRoutes } from './sign-in.routes.tsx';
import { signUpRoutes } from './sign-up.routes.tsx';

/** Every page of accounts. */
export function accountsDoor(app: App, house: AccountsHouse, doors: AccountDoors): void {
  signUpRoutes(app, house, doors);
  signInRoutes(app, house, doors);
  forgottenPasswordRoutes(app, house);
  accountRoutes(app, house);
  changeEmailRoutes(app, house);
}
