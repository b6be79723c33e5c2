import { Checkbox, EmailField, TextField } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { Facts, Steps } from '#ui/blocks.tsx';
import { address } from './address.ts';
import { ContinueOrLater } from './continue-or-later.tsx';
import type { StepView } from './dossier-view.ts';

interface CertifiedName {
  readonly firstNames: string;
  readonly birthName: string;
}

interface NamesProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly steps: readonly StepView[];
  /** Whose names: one's own, somebody's else, a guarantor's whom one fills for (with an address), a company's. */
  readonly asked: 'self' | 'other' | 'guarantor' | 'company';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** First names and birth name that FranceConnect certified: shown, not asked. */
  readonly certified: CertifiedName | null;
}

/** How the person is called: any script, shown as typed. */
export function NamesPage({ frame, dossierId, personId, steps, asked, typed, errors, certified }: NamesProps) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('dossier.names')}
      back={{ href: address.dossier(dossierId), label: t('dossier.back_to_dossier') }}
      noindex
    >
      <Steps frame={frame} steps={steps} />
      <h1>{t(asked === 'company' ? 'people.company_names' : 'dossier.names')}</h1>
      <ErrorSummary frame={frame} errors={errors} labels={labelsOf(frame)} />
      <Form frame={frame} action={address.names(dossierId, personId)}>
        {asked === 'company' ? (
          <CompanyFields frame={frame} typed={typed} errors={errors} />
        ) : (
          <PersonFields frame={frame} asked={asked} typed={typed} errors={errors} certified={certified} />
        )}
        {asked === 'guarantor' && <ContactFields frame={frame} typed={typed} errors={errors} />}
        <ContinueOrLater frame={frame} dossierId={dossierId} />
      </Form>
    </Page>
  );
}

/** Names are refused for the same reasons: the summary says which one is meant. */
const labelsOf = ({ t }: Frame) => ({
  firstNames: t('dossier.first_names'),
  birthName: t('dossier.birth_name'),
  usedName: t('dossier.used_name'),
  legalName: t('people.company_legal_name'),
  representativeFirstNames: t('people.company_first_names'),
  representativeName: t('people.company_name'),
});

type Fields = Pick<NamesProps, 'frame' | 'typed' | 'errors'>;

function PersonFields(props: Fields & { asked: 'self' | 'other' | 'guarantor'; certified: CertifiedName | null }) {
  const { frame, asked, typed, errors, certified } = props;
  const { t } = frame;
  const self = asked === 'self';
  return (
    <>
      {certified ? (
        <CertifiedNames frame={frame} certified={certified} />
      ) : (
        <OwnNames frame={frame} self={self} typed={typed} errors={errors} />
      )}
      <TextField
        name="usedName"
        label={t('dossier.used_name')}
        hint={t('dossier.used_name_hint')}
        value={typed['usedName']}
        errors={errors}
        maxlength={100}
      />
      {!certified && (
        <Checkbox
          name="singleName"
          label={t(self ? 'dossier.single_name' : 'people.single_name')}
          checked={typed['singleName'] === 'on'}
          errors={errors}
        />
      )}
      <TextField
        name="postcode"
        label={t('dossier.postcode')}
        value={typed['postcode']}
        errors={errors}
        {...(self ? { autocomplete: 'postal-code' } : {})}
        inputmode="numeric"
        maxlength={10}
        dir="ltr"
        short
      />
    </>
  );
}

function OwnNames({ frame, self, typed, errors }: Fields & { self: boolean }) {
  const { t } = frame;
  return (
    <>
      <TextField
        name="firstNames"
        label={t('dossier.first_names')}
        hint={t('dossier.first_names_hint')}
        value={typed['firstNames']}
        errors={errors}
        {...(self ? { autocomplete: 'given-name' } : {})}
        maxlength={100}
      />
      <TextField
        name="birthName"
        label={t('dossier.birth_name')}
        value={typed['birthName']}
        errors={errors}
        {...(self ? { autocomplete: 'family-name' } : {})}
        maxlength={100}
      />
    </>
  );
}

/** The form sends them as they stand; the server takes no other. */
function CertifiedNames({ frame, certified }: { frame: Frame; certified: CertifiedName }) {
  const { t } = frame;
  const { firstNames, birthName } = certified;
  return (
    <>
      <Facts
        rows={[
          [t('dossier.first_names'), <bdi>{firstNames}</bdi>],
          [t('dossier.birth_name'), <bdi>{birthName}</bdi>],
        ]}
      />
      <p class="fr-hint-text">{t('france_connect.names_from')}</p>
      <input type="hidden" name="firstNames" value={firstNames} />
      <input type="hidden" name="birthName" value={birthName} />
      {firstNames === '' && <input type="hidden" name="singleName" value="on" />}
    </>
  );
}

function ContactFields({ frame, typed, errors }: Fields) {
  const { t } = frame;
  return (
    <>
      <EmailField
        label={t('people.contact_email')}
        hint={t('people.contact_email_hint')}
        value={typed['email']}
        errors={errors}
      />
      <Checkbox name="noEmail" label={t('people.contact_none')} checked={typed['noEmail'] === 'on'} errors={errors} />
    </>
  );
}

function CompanyFields({ frame, typed, errors }: Fields) {
  const { t } = frame;
  return (
    <>
      <TextField
        name="legalName"
        label={t('people.company_legal_name')}
        value={typed['legalName']}
        errors={errors}
        maxlength={100}
      />
      <TextField
        name="representativeFirstNames"
        label={t('people.company_first_names')}
        hint={t('people.company_representative_hint')}
        value={typed['representativeFirstNames']}
        errors={errors}
        maxlength={100}
      />
      <TextField
        name="representativeName"
        label={t('people.company_name')}
        value={typed['representativeName']}
        errors={errors}
        maxlength={100}
      />
    </>
  );
}
