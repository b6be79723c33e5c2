import type { ListedPerson } from '#features/accounts/list-people.ts';
import type { Frame } from '#ui/frame.ts';
import { EmptyState, Table } from '#ui/blocks.tsx';
import { ButtonLink } from '#ui/fields.tsx';
import { Page } from '#ui/layout.tsx';

/** `/dev`: who exists here and how to come in as them. In French: for who runs the program, not for the public. */
export function PeoplePage(props: { frame: Frame; people: readonly ListedPerson[]; password: string | null }) {
  const { frame, people, password } = props;
  return (
    <Page frame={frame} title="Outils de développement" noindex>
      <h1>Outils de développement</h1>
      <p>Cette page n’existe pas en production. Les personnes sont inventées.</p>
      <p>
        <ButtonLink href="/dev/courriels">Lire les e-mails envoyés</ButtonLink>
      </p>
      {password && (
        <p>
          Mot de passe de toutes les personnes inventées : <code dir="ltr">{password}</code>
        </p>
      )}
      {people.length === 0 ? (
        <EmptyState title="Il n’y a encore personne." />
      ) : (
        <Table
          caption="Personnes"
          head={['Adresse', 'Rôles', 'Adresse confirmée', 'Code de connexion']}
          rows={people.map(({ email, roles, confirmed, code }) => [
            <a class="fr-link" href={`/dev/courriels?destinataire=${encodeURIComponent(email)}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>,
            roles.join(', ') || 'aucun',
            confirmed ? 'oui' : 'non',
            code ? <code dir="ltr">{code}</code> : '–',
          ])}
        />
      )}
      <p>
        Les agents se connectent sur{' '}
        <a class="fr-link" href="/console/connexion">
          /console/connexion
        </a>
        . Le code change toutes les 30 secondes et sert une seule fois : rechargez cette page.
      </p>
    </Page>
  );
}
