import type { App } from '#http/app.ts';
import type { FranceConnectHouse } from './france-connect-house.ts';
import { linkRoutes } from './link.routes.tsx';
import { newcomerRoutes } from './newcomer.routes.tsx';
import { roundTripRoutes } from './round-trip.routes.tsx';

/** Every page of FranceConnect. Where it is off they answer like pages that do not exist. */
export function franceConnectDoor(app: App, house: FranceConnectHouse): void {
  roundTripRoutes(app, house);
  newcomerRoutes(app, house);
  linkRoutes(app, house);
}
