import type { Section } from '../section.ts';
import type { consents as fr } from '../fr/consents.ts';

export const consents: Section<typeof fr> = {
  'consent.honour.2026-11':
    'Declaro sob compromisso de honra que os meus documentos e as minhas respostas são exatos. Uma falsificação é punida com 3 anos de prisão e 45 000 € de multa (artigo 441-1 do código penal francês).',
  'consent.others_informed.2026-11':
    'Tenho o acordo das pessoas cujos documentos adicionei: cônjuge, pessoas com quem partilho a casa, fiadores.',
  'consent.spouse_access.2026-11':
    'Autorizo o meu cônjuge a ver e a completar os meus documentos no nosso dossiê. Posso retirar este acesso a qualquer momento.',
  'consent.flatmate_sending.2026-11':
    'Autorizo as pessoas com quem partilho a casa a enviar o dossiê com os meus documentos. Elas não veem os meus documentos. Posso retirar este acordo a qualquer momento.',
  'consent.third_party_mandate.2026-11':
    'A pessoa para quem preencho este dossiê está de acordo. Pode retomá-lo ou opor-se a qualquer momento.',
  'consent.guarantor_informed.2026-11':
    'O meu fiador sabe que adiciono os seus documentos e está de acordo. Pode opor-se a qualquer momento.',
  'consent.guarantor_tenant_access.2026-11':
    'Autorizo o inquilino de quem sou fiador a ver os meus documentos. Sem este acordo, só o senhorio os vê.',
  'consent.helper_mandate.2026-11':
    'Autorizo esta pessoa a ajudar-me no meu dossiê, durante o tempo e para os atos escolhidos. Posso parar a qualquer momento.',
  'consent.unverified_sending.2026-11':
    'Compreendi que o meu dossiê ainda não está verificado. O senhorio vai vê-lo por escrito.',
  'consent.candidacy.2026-11':
    'Aceito enviar o meu dossiê para esta casa. O senhorio pode abri-lo enquanto a minha candidatura durar.',
  'consent.partner.2026-11':
    'Autorizo {partner} a ler as partes do meu dossiê aqui indicadas. Posso retirar este acordo a qualquer momento.',
};
