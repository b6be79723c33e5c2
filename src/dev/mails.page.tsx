import type { DevMailLine } from '#features/mailing/read-dev-mails.ts';
import type { Frame } from '#ui/frame.ts';
import { EmptyState, Facts, Table } from '#ui/blocks.tsx';
import { ButtonLink } from '#ui/fields.tsx';
import { Page } from '#ui/layout.tsx';

/** `/dev/courriels`: mails that would have left, latest first. */
export function MailsPage(props: { frame: Frame; mails: readonly DevMailLine[]; recipient: string }) {
  const { frame, mails, recipient } = props;
  return (
    <Page frame={frame} title="E-mails envoyés" back={{ href: '/dev', label: 'Outils de développement' }} noindex>
      <h1>E-mails envoyés</h1>
      <form method="get" action="/dev/courriels" class="fr-input-group">
        <label class="fr-label" for="champ-destinataire">
          Destinataire
        </label>
        <input class="fr-input" id="champ-destinataire" name="destinataire" type="email" dir="ltr" value={recipient} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Filtrer
        </button>
      </form>
      {mails.length === 0 ? (
        <EmptyState title="Aucun e-mail pour le moment." />
      ) : (
        <Table
          caption="Du plus récent au plus ancien"
          head={['Date', 'Destinataire', 'Sujet']}
          rows={mails.map((mail) => [
            frame.format.dateTime(mail.at),
            <bdi dir="ltr">{mail.recipient}</bdi>,
            <a class="fr-link" href={`/dev/courriels/${mail.id}`}>
              {mail.subject}
            </a>,
          ])}
        />
      )}
    </Page>
  );
}

/** Splits a text around its addresses of this service, to make links of them. */
const piecesOf = (text: string, baseUrl: string): readonly { readonly text: string; readonly path: string | null }[] =>
  text.split(/(https?:\/\/\S+)/).map((part) => ({
    text: part,
    path: part.startsWith(`${baseUrl}/`) ? part.slice(baseUrl.length) : null,
  }));

/** `/dev/courriels/{id}`: the text of a mail; its links work, those of other sites are text. */
export function MailPage({ frame, mail }: { frame: Frame; mail: DevMailLine & { readonly text: string } }) {
  const pieces = piecesOf(mail.text, frame.service.baseUrl);
  const action = pieces.find(({ path }) => path !== null)?.path;
  return (
    <Page frame={frame} title={mail.subject} back={{ href: '/dev/courriels', label: 'E-mails envoyés' }} noindex>
      <h1 dir="auto">{mail.subject}</h1>
      <Facts
        rows={[
          ['À', <bdi dir="ltr">{mail.recipient}</bdi>],
          ['Le', frame.format.dateTime(mail.at)],
        ]}
      />
      <pre class="df-mail" dir="auto">
        {pieces.map(({ text, path }, index) =>
          path ? (
            <a key={index} href={path}>
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </pre>
      {action && <ButtonLink href={action}>Suivre le lien</ButtonLink>}
    </Page>
  );
}
