import type { ComponentChildren } from 'preact';
import type { Category } from '#domain/catalogue/situation.ts';
import { Alert } from '#ui/blocks.tsx';
import { Button, ButtonLink, Buttons } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from './address.ts';

/** Asks once more before an answer is saved: what was typed comes along, and `confirmed`. Nothing has been saved yet. */
export function ConfirmPage(props: {
  frame: Frame;
  dossierId: string;
  title: string;
  action: string;
  typed: Readonly<Record<string, string>>;
  yes: string;
  no: { readonly href: string; readonly label: string };
  danger?: boolean;
  children: ComponentChildren;
}) {
  const { frame, typed } = props;
  return (
    <Page
      frame={frame}
      title={props.title}
      back={{ href: address.dossier(props.dossierId), label: frame.t('dossier.back_to_dossier') }}
      noindex
    >
      <h1>{props.title}</h1>
      {props.children}
      <Form frame={frame} action={props.action}>
        {Object.entries(typed)
          .filter(([name, value]) => !name.startsWith('_') && value !== '')
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="confirmed" value="on" />
        <Buttons>
          <Button look={props.danger ? 'danger' : 'primary'}>{props.yes}</Button>
          <ButtonLink look="secondary" href={props.no.href}>
            {props.no.label}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  );
}

/** Before a name changes: which verified documents go back to review. */
export function RenameConfirmPage(props: {
  frame: Frame;
  dossierId: string;
  personId: string;
  typed: Readonly<Record<string, string>>;
  reopens: readonly { readonly id: string; readonly category: Category }[];
  losesVerified: boolean;
}) {
  const { frame, dossierId, personId } = props;
  const { t } = frame;
  const here = address.names(dossierId, personId);
  return (
    <ConfirmPage
      frame={frame}
      dossierId={dossierId}
      title={t('answer.rename_title')}
      action={here}
      typed={props.typed}
      yes={t('answer.rename_yes')}
      no={{ href: here, label: t('common.cancel') }}
    >
      <p>{t('answer.rename_text')}</p>
      <ul>
        {props.reopens.map((piece) => (
          <li key={piece.id}>{t(`category.${piece.category}.title`)}</li>
        ))}
      </ul>
      {props.losesVerified && (
        <Alert kind="warning">
          <p>{t('answer.lost')}</p>
        </Alert>
      )}
    </ConfirmPage>
  );
}
