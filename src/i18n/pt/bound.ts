import type { Section } from '../section.ts';
import type { bound as fr } from '../fr/bound.ts';

export const bound: Section<typeof fr> = {
  'bound.title': 'Dossiê de {name}',
  'bound.verified': 'Dossiê verificado',
  'bound.not_verified': 'Dossiê não verificado',
  'bound.checked':
    '{checked, plural, =0 {Nenhum documento verificado} one {1 documento verificado} other {# documentos verificados}}, num total de {total}',
  'bound.withheld': 'Em correção',
  'bound.recipient': 'Para',
  'bound.issued': 'Emitido em',
  'bound.valid_until': 'Link válido até',
  'bound.kind': 'Tipo',
  'bound.kind_alone': 'Uma pessoa só',
  'bound.kind_couple': 'Um casal',
  'bound.kind_flatshare': 'Uma casa partilhada',
  'bound.income': 'Rendimentos líquidos por mês',
  'bound.guarantors': 'Rendimentos dos fiadores',
  'bound.none': 'Nenhum',
  'bound.guarantor': 'Fiador',
  'bound.band': 'Este documento não foi verificado.',
  'bound.page_alt': '{category} de {name}, página {page} de {total}, {level}',
  'bound.qr_alt': 'Código a digitalizar para verificar esta cópia',
  'bound.check_title': 'Verifique esta cópia',
  'bound.check_text': 'Digitalize este código ou escreva-o na página «Verificar um dossiê».',
  'bound.disclaimer':
    'O serviço verifica os documentos. Não garante o pagamento da renda e não escolhe o inquilino. Não peça nenhum pagamento antes da assinatura.',
  'bound.index': 'Índice',
  'bound.page': 'p.',
  'bound.message': 'Mensagem',
};
