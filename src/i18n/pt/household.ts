import type { Section } from '../section.ts';
import type { household as fr } from '../fr/household.ts';

export const household: Section<typeof fr> = {
  'household.somebody': 'Alguém',
  'household.open': 'Abrir o meu dossiê',
  'household.invited.subject': '{name} convida-o para o seu dossiê de arrendamento',
  'household.invited.spouse': '{name} está a preparar um dossiê de arrendamento para os dois. Pode preencher a sua parte.',
  'household.invited.flatmate':
    '{name} está a preparar um dossiê para partilhar casa. Preenche a sua parte, e os outros não veem os seus documentos.',
  'household.invited.guarantor':
    '{name} pede-lhe para ser seu fiador. Um fiador paga a renda se o inquilino não puder. Pode dizer que não.',
  'household.invited.helper': '{name} pede-lhe ajuda para preencher o seu dossiê de arrendamento.',
  'household.invited.beneficiary':
    '{name} está a preencher um dossiê de arrendamento para si. Pode aceitar, opor-se ou retomá-lo.',
  'household.invited.free': 'É livre de aceitar ou não. O serviço é gratuito.',
  'household.invited.action': 'Ver o convite',
  'household.invited.until': 'Este link funciona uma só vez, até {date}.',
  'household.detached.subject': 'Tem agora o seu próprio dossiê',
  'household.detached.text': 'Já não está no dossiê comum.',
  'household.detached.kept': 'Nada se perdeu: os seus documentos, verificações e fiadores estão no seu dossiê.',
  'household.changed.subject': 'O seu dossiê mudou',
  'household.changed.text': 'Uma pessoa já não está no seu dossiê de arrendamento. Os seus documentos não mudaram.',
};
