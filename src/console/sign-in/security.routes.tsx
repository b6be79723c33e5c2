import { readSecondFactors, type SecondFactors } from '#features/accounts/second-factors.ts';
import type { App } from '#http/app.ts';
import { accountOf, agentsOnly } from '#http/guards.ts';
import { sendPage } from '#http/pages.ts';
import { Table } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { frenchFrame } from '../french-frame.ts';
import type { ConsoleSignInHouse } from './console-house.ts';
import { PasskeyPart } from './sign-in.page.tsx';

/** `/console/securite`: an agent's own protections. */
function SecurityPage({ frame, factors }: { frame: Frame; factors: SecondFactors }) {
  const { format } = frame;
  return (
    <Page frame={frame} title="Mes protections" islands={['passkey']} back={{ href: '/console', label: 'Console' }} noindex>
      <h1>Mes protections</h1>
      <p>{factors.codes ? 'Une application de codes est installée.' : 'Aucune application de codes n’est installée.'}</p>
      <Table
        caption="Mes clés d’accès"
        head={['Appareil', 'Enregistrée le', 'Dernier usage']}
        rows={factors.passkeys.map(({ label, createdAt, usedAt }) => [
          label,
          format.dateTime(createdAt),
          usedAt ? format.dateTime(usedAt) : 'jamais',
        ])}
      />
      <PasskeyPart
        frame={frame}
        mode="create"
        ask="/console/connexion/nouvelle-cle/question"
        answer="/console/connexion/nouvelle-cle"
      >
        Enregistrer une clé d’accès
      </PasskeyPart>
    </Page>
  );
}

/** Lets an agent see how their account is protected, and add a passkey. */
export function securityRoutes(app: App, house: ConsoleSignInHouse): void {
  app.get('/console/securite', { preHandler: agentsOnly }, async (request, reply) => {
    const factors = await readSecondFactors(house, { accountId: accountOf(request).id });
    return sendPage(reply, <SecurityPage frame={frenchFrame(request)} factors={factors} />);
  });
}
