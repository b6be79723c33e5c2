import type { InvitationLine } from '#features/household/read-invitation.ts';
import { Button, Buttons } from '#ui/fields.tsx';
import { Form } from '#ui/form.tsx';
import type { Frame } from '#ui/frame.ts';

/**
 * What became of an invitation, for who sent it: the same for an address with an account and for one without. While it is unanswered it
 * can be sent again or taken back. @param action address of its two acts, `renvoyer` and `annuler`
 */
export function InvitationState({ frame, invitation, action }: { frame: Frame; invitation: InvitationLine; action: string }) {
  const { t, format } = frame;
  const open = invitation.state === 'sent' || invitation.state === 'opened';
  return (
    <>
      <br />
      <span class="df-muted">
        <bdi>{invitation.email}</bdi> – {t(`people.state_${invitation.state}`, { date: format.date(invitation.sentAt) })}
      </span>
      {invitation.state !== 'accepted' && (
        <Form frame={frame} action={`${action}/renvoyer`}>
          <Buttons>
            <Button look="tertiary">{t('people.resend')}</Button>
            {open && (
              <Button look="tertiary" formaction={`${action}/annuler`}>
                {t('people.cancel_invitation')}
              </Button>
            )}
          </Buttons>
        </Form>
      )}
    </>
  );
}
