import { judgeItem } from '#domain/law/check-request.ts';
import { DECREE } from '#domain/law/decree.ts';
import { LISTED, NEVER, type LawItem, type LawItemKey, type Party } from '#domain/law/items.ts';
import { Table } from '#ui/blocks.tsx';
import { ButtonLink, Buttons } from '#ui/fields.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';

/** What a landlord may ask of a tenant and of a guarantor, point by point; what nobody may ask; what it costs to ask. */
export function RightsPage({ frame }: { frame: Frame }) {
  const { t } = frame;
  const cell = (item: LawItem & { readonly key: LawItemKey }, party: Party) => {
    const { verdict, condition, article } = judgeItem(item, party);
    return (
      <>
        {t(`law.verdict.${verdict}`)}
        {condition && <> – {t(`law.if.${condition}`)}</>}
        {article && (
          <>
            <br />
            <span class="df-muted">{t('law.article.line', article)}</span>
          </>
        )}
      </>
    );
  };
  return (
    <Page frame={frame} title={t('home.rights_title')}>
      <h1>{t('home.rights_title')}</h1>
      <p class="fr-text--lead">{t('home.rights_lead')}</p>
      <p>
        <a class="fr-link" href={DECREE.url}>
          {t('home.rights_source')}
        </a>
      </p>
      <div class="df-no-print">
        <Buttons>
          <ButtonLink href="/droits/verifier-une-demande">{t('home.check_title')}</ButtonLink>
        </Buttons>
        <p class="df-muted">{t('rights.print')}</p>
      </div>
      <Table
        caption={t('rights.table')}
        head={[t('rights.paper'), t('rights.candidate'), t('rights.guarantor')]}
        rows={LISTED.map((item) => [t(`law.item.${item.key}`), cell(item, 'candidate'), cell(item, 'guarantor')])}
      />
      <ul>
        <li>{t('rights.company')}</li>
        <li>{t('rights.scope')}</li>
        <li>{t('rights.not_scope')}</li>
        <li>{t('rights.copies')}</li>
        <li>{t('rights.language')}</li>
      </ul>
      <h2>{t('home.rights_no')}</h2>
      <ul>
        {NEVER.map((item) => (
          <li key={item.key}>
            {t(`law.item.${item.key}`)}
            {item.candidate.condition && <span class="df-muted"> – {t(`law.if.${item.candidate.condition}`)}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t('home.rights_fine')} {t('rights.fine_how')}
      </p>
      <p>{t('rights.false_papers')}</p>
      <p>
        <strong>{t('home.rights_pay')}</strong>
      </p>
    </Page>
  );
}
