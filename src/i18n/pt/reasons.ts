import { reason } from '../reason-entry.ts';
import type { Section } from '../section.ts';
import type { reasons as fr } from '../fr/reasons.ts';

export const reasons: Section<typeof fr> = {
  ...reason('expected_paper', {
    title: 'Falta o documento esperado',
    wrong: 'Não encontrámos o documento esperado.',
    todo: 'Envie: {papers}.',
  }),
  ...reason('kind_not_accepted', {
    title: 'Documento não adequado',
    wrong: 'Este documento não prova a situação escolhida.',
    todo: 'Substitua-o por: {papers}.',
  }),
  ...reason('unreadable', {
    title: 'Ilegível',
    wrong: 'O documento está desfocado, cortado ou demasiado escuro: não o podemos ler.',
    todo: 'Envie uma cópia nítida e inteira. O melhor é o PDF original.',
  }),
  ...reason('name_mismatch', {
    title: 'Nome diferente ou em falta',
    wrong: {
      you: 'O seu nome não está neste documento, ou é outro nome.',
      them: 'O nome de {name} não está neste documento, ou é outro nome.',
    },
    todo: {
      you: 'Envie um documento em seu nome. Também pode corrigir o seu nome ou acrescentar um apelido que usa.',
      them: 'Envie um documento em nome de {name}. Também pode corrigir este nome ou acrescentar um apelido que usa.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'Todos os documentos no mesmo lugar',
    wrong: 'Há aqui vários documentos diferentes.',
    todo: 'Deixe aqui só: {papers}. Ponha os outros na secção deles.',
  }),
  ...reason('other_person_papers', {
    title: 'Documentos de outra pessoa',
    wrong: { you: 'Estes documentos não são os seus.', them: 'Estes documentos não são os de {name}.' },
    todo: {
      you: 'Mude-os para a pessoa certa e adicione os seus.',
      them: 'Mude-os para a pessoa certa e adicione os de {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'Faltam páginas ou lados',
    wrong: 'Temos {count, plural, one {# página ou lado} other {# páginas ou lados}} de {total}.',
    todo: 'Envie o documento completo, com todas as páginas.',
  }),
  ...reason('translation_missing', {
    title: 'Falta a tradução',
    wrong: 'Este documento não está em francês nem traduzido.',
    todo: 'Adicione uma tradução do essencial: nomes, datas, montantes.',
  }),
  ...reason('extra_paper', {
    title: 'Documento desnecessário',
    wrong: 'Um documento não é preciso aqui.',
    todo: 'Pode retirá-lo.',
  }),
  ...reason('forbidden_paper', {
    title: 'Documento que ninguém pode pedir',
    wrong: 'Ninguém tem o direito de pedir este documento: {what}.',
    todo: 'Aconselhamos a retirá-lo.',
  }),
  ...reason('other', {
    title: 'Outro motivo (texto do agente)',
    wrong: 'Um agente explica o que não está bem.',
    todo: 'Leia a mensagem dele e corrija o documento.',
  }),
  ...reason('change_situation', {
    title: 'Mudar de situação',
    wrong: {
      you: 'Os seus documentos mostram uma situação diferente da escolhida.',
      them: 'Os documentos de {name} mostram uma situação diferente da escolhida.',
    },
    todo: 'Escolha «{situation}». Os ficheiros ficam no lugar.',
  }),
  ...reason('change_guarantor_type', {
    title: 'Mudar o tipo de fiador',
    wrong: 'Os documentos mostram outro tipo de fiador.',
    todo: 'Escolha «{kind}» como tipo de fiador.',
  }),
  ...reason('too_old', {
    title: 'Demasiado antigo',
    wrong: 'Este documento tem mais de {count} meses.',
    todo: 'Envie um documento com data de {from} ou posterior.',
  }),
  ...reason('unsigned', {
    title: 'Não assinado',
    wrong: 'Este documento não está assinado: {who}.',
    todo: 'Peça a assinatura e envie-o de novo.',
  }),
  ...reason('id_expired', {
    title: 'Identidade expirada',
    wrong: {
      you: 'O seu documento de identidade expirou em {date}.',
      them: 'O documento de identidade de {name} expirou em {date}.',
    },
    todo: 'Envie um documento ainda válido, ou escolha outro documento de identidade.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'Falta o título de residência ou o récépissé',
    wrong: 'Falta o título de residência, ou expirou e falta o comprovativo do pedido de renovação (récépissé).',
    todo: 'Envie o título de residência. Se expirou, adicione o comprovativo do pedido de renovação (récépissé).',
  }),
  ...reason('france_identite_unusable', {
    title: 'Comprovativo France Identité inutilizável',
    wrong: 'Este comprovativo France Identité expirou, já foi usado ou não pode ser verificado.',
    todo: 'Crie um novo comprovativo na aplicação e envie-o.',
  }),
  ...reason('property_tax_preferred', {
    title: 'Nota do imposto predial preferível',
    wrong: 'Este documento serve, mas a nota do imposto predial (taxe foncière) é mais fácil de verificar.',
    todo: 'Adicione-a, se a tiver.',
  }),
  ...reason('invoice_unpaid', {
    title: 'Pagamento não visível',
    wrong: 'As faturas não mostram que estão pagas.',
    todo: 'Envie faturas em que o pagamento esteja indicado.',
  }),
  ...reason('months_missing', {
    title: 'Faltam meses',
    wrong: 'Não há três meses seguidos.',
    todo: 'Adicione os documentos destes meses: {months}.',
  }),
  ...reason('months_too_old', {
    title: 'Meses demasiado antigos',
    wrong: 'Estes documentos são de meses demasiado antigos.',
    todo: 'Envie os documentos destes meses: {months}.',
  }),
  ...reason('earlier_proofs_removed', {
    title: 'Documentos anteriores retirados',
    wrong: 'Há documentos já enviados que deixaram de estar aqui.',
    todo: 'Ponha de novo os documentos destes meses: {months}.',
  }),
  ...reason('activity_ended', {
    title: 'Contrato terminado',
    wrong: 'Este contrato terminou em {date}.',
    todo: {
      you: 'Envie um documento sobre a sua atividade de hoje.',
      them: 'Envie um documento sobre a atividade de {name} hoje.',
    },
  }),
  ...reason('wrong_school_year', {
    title: 'Ano letivo errado',
    wrong: 'Este documento é de outro ano letivo.',
    todo: 'Envie um documento de um destes anos: {years}.',
  }),
  ...reason('starter_use_contract_page', {
    title: 'Início de atividade: página do contrato',
    wrong: { you: 'O seu trabalho acaba de começar.', them: 'O trabalho de {name} acaba de começar.' },
    todo: 'Envie a página do contrato que indica o salário, ou o primeiro recibo de vencimento.',
  }),
  ...reason('amount_mismatch', {
    title: 'Montante diferente',
    wrong: {
      you: 'Indicou {declared} por mês, e nós lemos {read}.',
      them: 'Estão indicados {declared} por mês para {name}, e nós lemos {read}.',
    },
    todo: 'Corrija o montante, ou explique a diferença.',
  }),
  ...reason('explanation_insufficient', {
    title: 'Explicação insuficiente',
    wrong: 'Não compreendemos a explicação.',
    todo: 'Dê mais detalhes, ou adicione um documento.',
  }),
  ...reason('tax_notice_expected', {
    title: 'Falta a nota de imposto',
    wrong: 'Não há nota de imposto (avis d’impôt).',
    todo: 'Descarregue a nota de imposto completa (avis d’impôt) em impots.gouv.fr e envie-a.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'Não é uma nota de imposto',
    wrong: 'Este documento não é uma nota do imposto sobre o rendimento.',
    todo: 'Descarregue a nota de imposto completa (avis d’impôt) em impots.gouv.fr e envie-a.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'Situation déclarative',
    wrong: 'Este documento é uma «situation déclarative» (resumo da declaração), não uma nota de imposto.',
    todo: 'Descarregue o «avis d’impôt» (nota de imposto) completo em impots.gouv.fr e envie-o.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'Imposto local',
    wrong: 'Este documento é sobre o imposto predial ou de habitação.',
    todo: 'Descarregue a nota do imposto sobre o rendimento (avis d’impôt sur le revenu) em impots.gouv.fr e envie-a.',
  }),
  ...reason('wrong_tax_year', {
    title: 'Ano errado',
    wrong: 'Este documento é sobre o ano {year}.',
    todo: 'Envie o documento de um destes anos: {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'Declaração contradita',
    wrong: 'Outro documento do dossiê diz uma coisa diferente desta declaração.',
    todo: {
      you: 'Escolha o que corresponde à sua situação.',
      them: 'Escolha o que corresponde à situação de {name}.',
    },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'Certificado de garantia esperado',
    wrong: 'Este documento é um pedido de garantia, não o certificado.',
    todo: 'Envie o certificado quando o tiver.',
  }),
  ...reason('guarantee_expired', {
    title: 'Garantia expirada',
    wrong: 'A garantia terminou em {date}.',
    todo: 'Peça um novo certificado e envie-o.',
  }),

  'signer.employer': 'falta a assinatura do empregador',
  'signer.host': 'falta a assinatura da pessoa que acolhe',
  'signer.landlord': 'falta a assinatura do senhorio ou da agência',
  'signer.organism': 'falta a assinatura do organismo',
  'signer.school': 'falta a assinatura do estabelecimento de ensino',
  'signer.person': 'falta a assinatura da pessoa em causa',
  'signer.everyone': 'falta pelo menos uma assinatura',
  'guarantor_kind.natural': 'Uma pessoa',
  'guarantor_kind.company': 'Uma empresa',
  'guarantor_kind.organism': 'Um organismo',
};
