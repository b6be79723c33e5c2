import { CALCULATIONS } from '#domain/pieces/net-amount.ts';
import { Details } from '#ui/blocks.tsx';
import { Button, TextField } from '#ui/fields.tsx';
import type { FieldErrors } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';

/** Works out a net monthly amount: buttons of the same form, so that nothing typed is lost and no script is needed. */
export function AmountHelp(props: { frame: Frame; typed: Readonly<Record<string, string>>; errors: FieldErrors }) {
  const { t } = props.frame;
  const open = CALCULATIONS.some((way) => props.errors[way]);
  return (
    <Details summary={t('calc.title')} open={open}>
      {CALCULATIONS.map((way) => (
        <div key={way} class="df-calc">
          <TextField
            name={way}
            label={t(`calc.${way}`)}
            hint={t(`calc.${way}_hint`)}
            value={props.typed[way]}
            errors={props.errors}
            inputmode={way === 'three' ? 'text' : 'decimal'}
            maxlength={40}
            dir="ltr"
          />
          <Button look="secondary" name="calculate" value={way}>
            {t(`calc.${way}_do`)}
          </Button>
        </div>
      ))}
    </Details>
  );
}
