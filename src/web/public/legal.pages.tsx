import type { ComponentChildren } from 'preact';
import { lastDayOf, readableTerms, type TermsVersion } from '#domain/accounts/terms.ts';
import { endOfForce, inForce, type Audit } from '#domain/accessibility/audit.ts';
import { retentionTable, type RetentionRow } from '#domain/retention/table.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { WordKey } from '#i18n/translate.ts';
import { Facts, Table } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { TermsText } from '../accounts/terms.page.tsx';

/** Day of the present words of the notices and of the privacy page: changed with them. */
const WORDS_OF: CivilDate = '2026-11-25' as CivilDate;

/** A page of the operator's duties; other languages say that the French text binds. */
function LegalPage(props: { frame: Frame; title: WordKey; dated?: CivilDate; children: ComponentChildren }) {
  const { frame } = props;
  const { t } = frame;
  return (
    <Page frame={frame} title={t(props.title)}>
      <h1>{t(props.title)}</h1>
      {frame.locale !== 'fr' && <p>{t('legal.french_binding')}</p>}
      {props.dated && <p>{t('legal.version_of', { date: frame.format.date(props.dated) })}</p>}
      {props.children}
    </Page>
  );
}

/** What the operator gave, as typed, else that it is still to be given. */
const given = ({ t }: Frame, fact: string | null) => (fact ? <bdi>{fact}</bdi> : <em>{t('legal.to_be_given')}</em>);

/** `/mentions-legales`. */
export function NoticesPage({ frame }: { frame: Frame }) {
  const { t, service } = frame;
  const { operator } = service;
  return (
    <LegalPage frame={frame} title="legal.notices_title" dated={WORDS_OF}>
      <Facts
        rows={[
          [t('legal.publisher'), given(frame, service.publisher)],
          [t('legal.address'), given(frame, operator.address)],
          [t('legal.phone'), given(frame, operator.phone)],
          [t('legal.email'), given(frame, service.contactEmail)],
          [t('legal.director'), given(frame, operator.director)],
          [t('legal.host'), given(frame, operator.host)],
        ]}
      />
      <h2>{t('home.accessibility_title')}</h2>
      <p>
        <a class="fr-link" href="/accessibilite">
          {t(`ui.accessibility_${service.accessibility}`)}
        </a>
      </p>
      <h2>{t('legal.report_title')}</h2>
      <p>
        {t('legal.report')}{' '}
        <a class="fr-link" href="/contact">
          {t('legal.contact_title')}
        </a>
      </p>
      <h2>{t('legal.security_title')}</h2>
      <p>
        {t('legal.never_asked')}{' '}
        <a class="fr-link" href="/securite">
          {t('legal.security_title')}
        </a>
      </p>
      <h2>{t('legal.licence_title')}</h2>
      <p>{t('legal.licence')}</p>
    </LegalPage>
  );
}

/** Since when a version counts, and until when. */
function sayPeriod({ t, format }: Frame, versions: readonly TermsVersion[], version: TermsVersion, today: CivilDate): string {
  const from = format.date(version.from);
  const until = lastDayOf(versions, version, today);
  return until ? t('terms.from_until', { from, until: format.date(until) }) : t('terms.since', { from });
}

/** `/cgu`, and `/cgu/versions/<day>`: one version with its dates, then the others that can be read. */
export function TermsPage(props: { frame: Frame; versions: readonly TermsVersion[]; shown: TermsVersion; today: CivilDate }) {
  const { frame, versions, shown, today } = props;
  const { t } = frame;
  const others = readableTerms(versions, today).filter((version) => version !== shown);
  const until = lastDayOf(versions, shown, today);
  return (
    <LegalPage frame={frame} title="legal.terms_title">
      {until !== null && until < today && <p>{t('terms.former')}</p>}
      {shown.from > today && <p>{t('terms.coming')}</p>}
      <p>{sayPeriod(frame, versions, shown, today)}</p>
      <TermsText frame={frame} version={shown} />
      {others.length > 0 && (
        <>
          <h2>{t('terms.others')}</h2>
          <ul>
            {others.map((version) => (
              <li key={version.id}>
                <a class="fr-link" href={`/cgu/versions/${version.from}`}>
                  {sayPeriod(frame, versions, version, today)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </LegalPage>
  );
}

/** How long a line of the table keeps, in words. */
function keptFor({ t }: Frame, row: RetentionRow): string {
  const since = t(`legal.since_${row.since}`);
  if (row.keep === null) return t('legal.privacy_no_length');
  const { months, days } = row.keep;
  return months === undefined
    ? t('legal.privacy_days', { days: days ?? 0, since })
    : t('legal.privacy_months', { months, since });
}

/** Who else works on personal data, by whom the operator is helped. */
function Subcontractors({ frame }: { frame: Frame }) {
  const { t, service } = frame;
  const { subcontractors } = service.operator;
  const apart = (text: string) => <bdi>{text}</bdi>;
  return subcontractors.length === 0 ? (
    <p>{t('legal.subcontractors_none')}</p>
  ) : (
    <Table
      caption={t('legal.subcontractors')}
      head={[
        t('legal.subcontractor_name'),
        t('legal.subcontractor_country'),
        t('legal.subcontractor_task'),
        t('legal.subcontractor_guarantee'),
      ]}
      rows={subcontractors.map(({ name, country, task, guarantee }) => [name, country, task, guarantee].map(apart))}
    />
  );
}

/** `/politique-de-confidentialite`: durations come from the table by which the jobs work. @param pieceDays set by the operator */
export function PrivacyPage({ frame, pieceDays }: { frame: Frame; pieceDays: number }) {
  const { t, service } = frame;
  const part = (title: WordKey, ...texts: readonly WordKey[]) => (
    <>
      <h2>{t(title)}</h2>
      {texts.map((text) => (
        <p key={text}>{t(text)}</p>
      ))}
    </>
  );
  return (
    <LegalPage frame={frame} title="legal.privacy_title" dated={WORDS_OF}>
      <Facts
        rows={[
          [t('legal.privacy_controller'), given(frame, service.publisher)],
          [t('legal.privacy_dpo'), given(frame, service.operator.dpo)],
          [t('legal.host'), given(frame, service.operator.host)],
        ]}
      />
      {part('legal.privacy_why_title', 'legal.privacy_why', 'legal.privacy_basis')}
      {part('legal.privacy_data_title', 'legal.privacy_data', 'legal.privacy_source')}
      {part('legal.privacy_sees_title', 'legal.privacy_sees', 'legal.privacy_transfers', 'legal.privacy_security')}
      <Subcontractors frame={frame} />
      {part('legal.privacy_machine_title', 'legal.privacy_machine')}
      <Table
        caption={t('legal.privacy_durations_title')}
        head={[t('legal.privacy_what'), t('legal.privacy_kept'), t('legal.privacy_then')]}
        rows={retentionTable(pieceDays).map((row) => [
          t(`legal.row_${row.key}`),
          keptFor(frame, row),
          `${t(`legal.then_${row.then}`)}, ${t('legal.privacy_warned', { count: row.warnings.length })}`,
        ])}
      />
      {part('legal.privacy_rights_title', 'legal.privacy_rights', 'legal.privacy_rights_ask', 'legal.privacy_cnil')}
      {part('legal.cookies_title', 'legal.cookies_none')}
      <ul>
        {(['session', 'language', 'link'] as const).map((cookie) => (
          <li key={cookie}>{t(`legal.cookies_${cookie}`)}</li>
        ))}
      </ul>
    </LegalPage>
  );
}

/** Form and delegates of the Défenseur des droits. */
const DEFENDER = 'https://formulaire.defenseurdesdroits.fr';

/** What the audit found: until when it counts, what is not met, what is set aside and why, what was looked at. */
function AuditDetails({ frame, audit }: { frame: Frame; audit: Audit }) {
  const { t, format } = frame;
  return (
    <>
      <p>{t('declaration.until', { date: format.date(endOfForce(audit)) })}</p>
      <h2>{t('declaration.failing')}</h2>
      <p>{audit.failing.length > 0 ? <bdi dir="ltr">{audit.failing.join(', ')}</bdi> : t('declaration.nothing')}</p>
      <h2>{t('declaration.derogations')}</h2>
      {audit.derogations.length === 0 ? (
        <p>{t('declaration.nothing')}</p>
      ) : (
        <ul>
          {audit.derogations.map(({ criterion, page, note }) => (
            <li key={`${criterion} ${page}`}>
              <bdi dir="ltr">{criterion}</bdi>, <bdi>{page}</bdi> – <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('declaration.pages')}</h2>
      <p>
        <bdi>{audit.pages.join(', ')}</bdi>
      </p>
    </>
  );
}

/** `/accessibilite`: the declaration, from the audit in the repository. */
export function AccessibilityPage({ frame, audit, today }: { frame: Frame; audit: Audit | null; today: CivilDate }) {
  const { t, format, service } = frame;
  return (
    <Page frame={frame} title={t('home.accessibility_title')}>
      <h1>{t(`ui.accessibility_${service.accessibility}`)}</h1>
      {frame.locale !== 'fr' && <p>{t('legal.french_binding')}</p>}
      <p>{t('legal.access_law')}</p>
      <Facts rows={[[t('legal.publisher'), given(frame, service.publisher)]]} />
      {audit === null && <p>{t('legal.access_none')}</p>}
      {audit && !inForce(audit, today) && <p>{t('legal.access_over', { date: format.date(audit.on) })}</p>}
      {audit && inForce(audit, today) && (
        <>
          <p>{t('legal.access_rate', { date: format.date(audit.on), rate: format.percent(audit.met / audit.applicable) })}</p>
          <p>{t('declaration.mean', { rate: format.percent(audit.mean) })}</p>
        </>
      )}
      {audit && <AuditDetails frame={frame} audit={audit} />}
      <h2>{t('declaration.how')}</h2>
      <p>{t('home.accessibility_built')}</p>
      <p>{t('declaration.technologies')}</p>
      <p>{t('declaration.plan')}</p>
      <h2>{t('declaration.help')}</h2>
      <p>
        {t('legal.access_contact')}{' '}
        <a class="fr-link" href="/contact">
          {t('legal.contact_title')}
        </a>
      </p>
      <p>{t('legal.access_defender')}</p>
      <p>
        <a class="fr-link" href={DEFENDER} target="_blank" rel="noopener noreferrer" title={t('declaration.defender_title')}>
          {t('declaration.defender')}
        </a>
      </p>
    </Page>
  );
}

/** `/securite`. */
export function SecurityPage({ frame }: { frame: Frame }) {
  const { t, service } = frame;
  const { security } = service.operator;
  return (
    <LegalPage frame={frame} title="legal.security_title">
      <p class="fr-text--lead">{t('legal.security_lead')}</p>
      {security ? (
        <p>
          <a class="fr-link" href={security}>
            <bdi dir="ltr">{security.replace(/^mailto:/, '')}</bdi>
          </a>
        </p>
      ) : (
        <p>{t('legal.security_none')}</p>
      )}
      <p>{t('legal.security_promise')}</p>
      <p>{t('legal.security_no_data')}</p>
      <p>{t('legal.never_asked')}</p>
    </LegalPage>
  );
}
