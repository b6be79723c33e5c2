import type { App } from '#http/app.ts';
import type { ConsoleSignInHouse } from './console-house.ts';
import { invitationRoutes } from './invitation.routes.tsx';
import { passkeyRoutes } from './passkey.routes.ts';
import { securityRoutes } from './security.routes.tsx';
import { consoleSignInRoutes } from './sign-in.routes.tsx';

/** How agents come in: invitation, password and code, or passkey. */
export function consoleSignInDoor(app: App, house: ConsoleSignInHouse): void {
  invitationRoutes(app, house);
  consoleSignInRoutes(app, house);
  passkeyRoutes(app, house);
  securityRoutes(app, house);
}
