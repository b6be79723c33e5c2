import { annexOf, papersFor } from '#domain/catalogue/papers.ts';
import { statementText } from '#domain/catalogue/statements.ts';
import type { Category, Role, Situation } from '#domain/catalogue/situation.ts';
import type { SituationKey } from '#domain/catalogue/situations.ts';
import type { Translate } from '#i18n/translate.ts';
import { Alert, Details, Steps } from '#ui/blocks.tsx';
import { Checkbox, Radios, TextArea, TextField, type Choice } from '#ui/fields.tsx';
import { ErrorSummary, Form, type FieldErrors } from '#ui/form.tsx';
import { GroupedRadios } from '#ui/grouped-radios.tsx';
import type { Frame } from '#ui/frame.ts';
import { Page } from '#ui/layout.tsx';
import { address } from './address.ts';
import { ContinueOrLater } from './continue-or-later.tsx';
import { AmountHelp } from './amount-help.tsx';
import type { StepView } from './dossier-view.ts';
import { StatementPreview } from './statement-preview.tsx';

interface SituationProps {
  readonly frame: Frame;
  readonly dossierId: string;
  readonly personId: string;
  readonly category: Category;
  /** The person's name when somebody else answers for them; `null` for oneself. */
  readonly forName: string | null;
  readonly action: string;
  readonly offered: readonly Situation[];
  readonly steps: readonly StepView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** The tax question can be answered later. */
  readonly skippable: boolean;
  readonly role: Role;
  /** An amount that was just worked out, in whole euros. */
  readonly calculated: number | null;
  /** Saving a change makes the dossier lose "verified": said before. */
  readonly losesVerified: boolean;
}

const FAMILIES = [
  ['work', 'income.salary.'],
  ['benefit', 'income.benefit.'],
  ['pension', 'income.pension.'],
  ['rent', 'income.rent.'],
  ['other', 'income.'],
] as const;

/** Incomes by family: thirty in one list would not be read. A choice goes to the first family that its key begins with. */
function familiesOfIncome(choices: readonly Choice[], t: Translate) {
  const familyOf = (choice: Choice) => FAMILIES.find(([, start]) => choice.value.startsWith(start))?.[0];
  return FAMILIES.map(([family]) => ({
    title: t(`ui.income_${family}`),
    choices: choices.filter((choice) => familyOf(choice) === family),
  })).filter((family) => family.choices.length > 0);
}

/** One question: what is true of the person in this category. The same screen serves every category, person and role. */
export function SituationPage(props: SituationProps) {
  const { frame, category, typed, errors, dossierId } = props;
  const { t } = frame;
  const choices: Choice[] = props.offered.map((row) => {
    const key = row.key as SituationKey;
    const attested = statementText(key);
    return {
      value: row.key,
      label: t(`situation.${key}.title`),
      hint: t(`situation.${key}.hint`),
      ...(attested ? { reveal: <StatementPreview frame={frame} text={attested} /> } : {}),
    };
  });
  if (props.skippable) choices.push({ value: 'skip', label: t('dossier.tax_skip'), hint: t('dossier.tax_skip_hint') });
  const withText = props.offered.some((row) => row.text !== undefined);
  const withStatement = props.offered.some((row) => row.without === 'statement');
  const title =
    props.forName === null ? t(`dossier.choose_${category}`) : t(`people.choose_${category}`, { name: props.forName });
  const lines = [
    ...new Set(
      props.offered.flatMap((row) =>
        papersFor(row, props.role)
          .flat()
          .flatMap((paper) => paper.lines),
      ),
    ),
  ].sort();
  return (
    <Page frame={frame} title={title} back={{ href: address.dossier(dossierId), label: t('dossier.back_to_dossier') }} noindex>
      <Steps frame={frame} steps={props.steps} />
      <ErrorSummary frame={frame} errors={errors} />
      <h1>{title}</h1>
      <Details summary={t('dossier.why')}>
        <p>{t(`category.${category}.why`)}</p>
        <p>{t('dossier.law_note')}</p>
        {lines.length > 0 && <p>{t('law.article.line', { annex: annexOf(props.role), line: frame.format.list(lines) })}</p>}
      </Details>
      {props.losesVerified && (
        <Alert kind="warning">
          <p>{t('answer.lost')}</p>
        </Alert>
      )}
      {props.calculated !== null && (
        <Alert kind="success">
          <p>{t('calc.done', { amount: frame.format.euros(props.calculated) })}</p>
        </Alert>
      )}
      <Form frame={frame} action={props.action}>
        {category === 'income' ? (
          <GroupedRadios
            name="situation"
            label={<span class="fr-sr-only">{title}</span>}
            groups={familiesOfIncome(choices, t)}
            value={typed['situation']}
            errors={errors}
          />
        ) : (
          <Radios
            name="situation"
            label={<span class="fr-sr-only">{title}</span>}
            choices={choices}
            value={typed['situation']}
            errors={errors}
          />
        )}
        {category === 'income' && (
          <>
            <TextField
              name="amount"
              label={t('dossier.amount')}
              hint={t('dossier.amount_hint')}
              value={typed['amount']}
              errors={errors}
              inputmode="numeric"
              maxlength={9}
              dir="ltr"
              short
            />
            <AmountHelp frame={frame} typed={typed} errors={errors} />
            <Checkbox
              name="cannotProvide"
              label={t('dossier.cannot_provide')}
              checked={typed['cannotProvide'] === 'on'}
              errors={errors}
            />
          </>
        )}
        {category === 'home' && (
          <Alert kind="info">
            <p>{t('dossier.help_115')}</p>
          </Alert>
        )}
        {withText && (
          <TextArea
            name="text"
            label={t(category === 'income' ? 'dossier.text_cannot_provide' : 'dossier.text_other')}
            value={typed['text']}
            errors={errors}
            maxlength={2000}
            rows={4}
          />
        )}
        {withStatement && (
          <Checkbox name="stated" label={t('dossier.statement')} checked={typed['stated'] === 'on'} errors={errors} />
        )}
        <ContinueOrLater frame={frame} dossierId={dossierId} />
      </Form>
    </Page>
  );
}
