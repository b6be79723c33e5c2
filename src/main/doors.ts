import { consoleSignInDoor } from '#console/sign-in/sign-in.door.ts';
import { fraudRoutes } from '#console/fraud/fraud.routes.tsx';
import { jobsRoutes } from '#console/jobs/jobs.routes.tsx';
import { reviewRoutes } from '#console/review/review.routes.tsx';
import type { Audit } from '#domain/accessibility/audit.ts';
import type { House } from '#features/house.ts';
import type { Door } from '#http/app.ts';
import { exportRoutes } from '#web/accounts/export.routes.tsx';
import { accountsDoor } from '#web/accounts/accounts.door.ts';
import { franceConnectDoor } from '#web/france-connect/france-connect.door.ts';
import { dossierRoutes } from '#web/dossier/dossier.routes.tsx';
import { piecesRoutes } from '#web/dossier/pieces.routes.tsx';
import { compositionRoutes } from '#web/household/composition.routes.tsx';
import { guarantorsRoutes } from '#web/household/guarantors.routes.tsx';
import { invitationRoutes } from '#web/household/invitation.routes.tsx';
import { membersRoutes } from '#web/household/members.routes.tsx';
import { landlordRoutes } from '#web/landlord/landlord.routes.tsx';
import { verifyRoutes } from '#web/landlord/verify.routes.tsx';
import { linksRoutes } from '#web/links/links.routes.tsx';
import { checkRequestRoutes } from '#web/public/check-request.routes.tsx';
import { legalRoutes } from '#web/public/legal.routes.tsx';
import { publicRoutes } from '#web/public/public.routes.tsx';
import { statsRoutes } from '#web/stats/stats.routes.tsx';

/** What doors need beside the house. */
export interface DoorFacts {
  /** 32 bytes that sign form tokens; uploads check theirs while reading. */
  readonly formSecret: Uint8Array;
  /** The audit of accessibility in the repository; `null`: none. */
  readonly audit?: Audit | null;
}

/** Every door that people use, in production too. Tests knock at each of them: a new door goes in here. */
export function doorsOf(house: House, { formSecret, audit = null }: DoorFacts): readonly Door[] {
  const uploads = { secret: formSecret };
  return [
    (app) => publicRoutes(app, house),
    (app) => legalRoutes(app, house, audit),
    (app) => statsRoutes(app, house),
    (app) => checkRequestRoutes(app, house),
    (app) => accountsDoor(app, house),
    (app) => exportRoutes(app, house),
    (app) => franceConnectDoor(app, house),
    (app) => dossierRoutes(app, house),
    (app) => membersRoutes(app, house),
    (app) => compositionRoutes(app, house),
    (app) => guarantorsRoutes(app, house),
    (app) => invitationRoutes(app, house),
    (app) => piecesRoutes(app, house, uploads),
    (app) => linksRoutes(app, house),
    (app) => landlordRoutes(app, house),
    (app) => verifyRoutes(app, house, uploads),
    (app) => consoleSignInDoor(app, house),
    (app) => reviewRoutes(app, house),
    (app) => fraudRoutes(app, house),
    (app) => jobsRoutes(app, house),
  ];
}
