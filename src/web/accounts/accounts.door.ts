import type { App } from '#http/app.ts';
import { accountRoutes } from './account.routes.tsx';
import type { AccountsHouse } from './accounts-house.ts';
import { changeEmailRoutes } from './change-email.routes.tsx';
import { consentsRoutes } from './consents.routes.tsx';
import { forgottenPasswordRoutes } from './forgotten-password.routes.tsx';
import { leavingRoutes } from './leaving.routes.tsx';
import { mailChoicesRoutes } from './mail-choices.routes.tsx';
import { signInRoutes } from './sign-in.routes.tsx';
import { signOutRoutes } from './sign-out.routes.tsx';
import { signUpRoutes } from './sign-up.routes.tsx';
import { termsRoutes } from './terms.routes.tsx';

/** Every page of accounts. */
export function accountsDoor(app: App, house: AccountsHouse): void {
  signUpRoutes(app, house);
  signInRoutes(app, house);
  signOutRoutes(app, house);
  forgottenPasswordRoutes(app, house);
  accountRoutes(app, house);
  changeEmailRoutes(app, house);
  consentsRoutes(app, house);
  mailChoicesRoutes(app, house);
  leavingRoutes(app, house);
  termsRoutes(app, house);
}
