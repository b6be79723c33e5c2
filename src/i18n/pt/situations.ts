import type { Section } from '../section.ts';
import type { situations as fr } from '../fr/situations.ts';

export const situations: Section<typeof fr> = {
  'category.identity.title': 'Identidade',
  'category.identity.why': 'O senhorio precisa de saber a quem arrenda. Um só documento chega.',
  'category.home.title': 'Casa atual',
  'category.home.why': 'Este documento mostra onde vive hoje. Um só chega.',
  'category.activity.title': 'Atividade',
  'category.activity.why': 'O senhorio quer conhecer a sua atividade principal.',
  'category.income.title': 'Rendimentos',
  'category.income.why': 'Os seus rendimentos mostram que pode pagar a renda. Adicione-os um a um.',
  'category.tax.title': 'Impostos',
  'category.tax.why': 'A nota de imposto (avis d’impôt) confirma os seus rendimentos. É aconselhada, nem sempre obrigatória.',
  'category.guarantee.title': 'Garantia',
  'category.guarantee.why': 'Um organismo compromete-se a pagar a renda se o inquilino não puder.',
  'category.company.title': 'Empresa',
  'category.company.why': 'Este documento prova que a empresa existe e diz quem a representa.',

  'situation.identity.id_card.title': 'Cartão de identidade',
  'situation.identity.id_card.hint': 'Frente e verso, francês ou estrangeiro, ainda válido.',
  'situation.identity.passport.title': 'Passaporte',
  'situation.identity.passport.hint':
    'A página com a fotografia e a página com a assinatura. Francês ou estrangeiro, ainda válido.',
  'situation.identity.residence_permit.title': 'Título de residência',
  'situation.identity.residence_permit.hint':
    'Frente e verso. Se expirou, adicione o comprovativo do pedido de renovação (récépissé). Com um visto, escolha o passaporte.',
  'situation.identity.driving_licence.title': 'Carta de condução',
  'situation.identity.driving_licence.hint': 'Frente e verso, francesa ou estrangeira, ainda válida.',
  'situation.identity.france_identite.title': 'Comprovativo France Identité',
  'situation.identity.france_identite.hint': 'O PDF de uso único criado na aplicação France Identité.',
  'situation.identity.other.title': 'Outro documento de identidade',
  'situation.identity.other.hint': 'Um documento oficial válido, com o seu nome e a sua fotografia.',

  'situation.home.tenant.receipts.title': 'Inquilino, com recibos',
  'situation.home.tenant.receipts.hint': 'Os seus 3 últimos recibos de renda (quittances), seguidos.',
  'situation.home.tenant.landlord_certificate.title': 'Inquilino, sem recibos',
  'situation.home.tenant.landlord_certificate.hint':
    'Uma declaração do seu senhorio ou da agência: as rendas e os encargos estão pagos. Assinada, com menos de 3 meses.',
  'situation.home.tenant.home_proof.title': 'Inquilino',
  'situation.home.tenant.home_proof.hint':
    'Um recibo de renda, uma fatura de água, gás ou eletricidade, ou um seguro da habitação. Com menos de 3 meses.',
  'situation.home.owner.title': 'Proprietário',
  'situation.home.owner.hint': 'Todas as páginas da nota do imposto predial (taxe foncière), ou o título de propriedade.',
  'situation.home.guest.certificate.title': 'Em casa de alguém, com uma declaração',
  'situation.home.guest.certificate.hint':
    'A declaração assinada pela pessoa que o acolhe, com menos de 3 meses. Mais nada: nem a identidade dela, nem a morada dela.',
  'situation.home.guest.to_sign.title': 'Em casa de alguém, ainda sem declaração',
  'situation.home.guest.to_sign.hint': 'Imprima o nosso modelo, peça à pessoa que o acolhe que o assine e depois adicione-o.',
  'situation.home.employer.title': 'Casa dada pelo empregador',
  'situation.home.employer.hint': 'Uma declaração do empregador, ou um recibo de vencimento ou um contrato que mostre esta casa.',
  'situation.home.organism.title': 'Morada ou alojamento num organismo',
  'situation.home.organism.hint': 'O certificado de morada (élection de domicile) assinado pelo organismo, com menos de 3 meses.',
  'situation.home.short_term.title': 'Hotel, parque de campismo ou arrendamento de curta duração',
  'situation.home.short_term.hint': 'As faturas pagas dos últimos 3 meses.',
  'situation.home.precarious.title': 'Sem casa estável',
  'situation.home.precarious.hint': 'Não é pedido nenhum documento. É criada uma declaração para si.',
  'situation.home.other.title': 'Outra situação',
  'situation.home.other.hint': 'Um documento com menos de 3 meses, ou algumas frases para explicar a sua situação.',

  'situation.activity.permanent.title': 'Contrato sem termo (CDI)',
  'situation.activity.permanent.hint':
    'O contrato completo e assinado, ou uma declaração do empregador com menos de 3 meses. O período experimental serve.',
  'situation.activity.fixed_term.title': 'Contrato a termo (CDD)',
  'situation.activity.fixed_term.hint':
    'O contrato em vigor, completo e assinado, ou uma declaração do empregador com menos de 3 meses.',
  'situation.activity.temporary.title': 'Trabalho temporário (intérim)',
  'situation.activity.temporary.hint':
    'O contrato da missão em curso. Se possível, adicione os certificados de trabalho dos últimos 3 meses.',
  'situation.activity.apprenticeship.title': 'Formação em alternância (alternance)',
  'situation.activity.apprenticeship.hint':
    'O contrato de aprendizagem ou de formação profissional (professionnalisation), completo e assinado.',
  'situation.activity.internship.title': 'Estágio',
  'situation.activity.internship.hint': 'O acordo de estágio completo, assinado por todos.',
  'situation.activity.student.title': 'Estudos',
  'situation.activity.student.hint':
    'O cartão de estudante, o certificado de escolaridade ou a inscrição Parcoursup deste ano, com o seu nome.',
  'situation.activity.public_servant.title': 'Função pública',
  'situation.activity.public_servant.hint':
    'O despacho de nomeação (arrêté de nomination), ou uma declaração do empregador com menos de 3 meses.',
  'situation.activity.retired.title': 'Reforma',
  'situation.activity.retired.hint':
    'Um recibo de pensão ou um comprovativo de pagamento com menos de 2 anos, ou o seu título de pensão (titre de pension).',
  'situation.activity.unemployed.title': 'À procura de emprego',
  'situation.activity.unemployed.hint':
    'Uma declaração de situação France Travail com menos de 3 meses, ou a carta de abertura dos seus direitos.',
  'situation.activity.independent.title': 'Trabalho independente',
  'situation.activity.independent.hint':
    'O cartão profissional. Ou uma certidão K ou K-bis, um certificado SIRENE ou uma inscrição no RNE com menos de 3 meses.',
  'situation.activity.intermittent.title': 'Intermitente do espetáculo',
  'situation.activity.intermittent.hint':
    'Uma declaração France Travail com menos de 3 meses. Adicione o contrato em vigor, se tiver um.',
  'situation.activity.artist.title': 'Artista-autor',
  'situation.activity.artist.hint':
    'Um certificado SIRENE com menos de 3 meses, ou um certificado de inscrição no regime social.',
  'situation.activity.stay_at_home_parent.title': 'Pai ou mãe em casa',
  'situation.activity.stay_at_home_parent.hint':
    'Um certificado da CAF com menos de 3 meses, ou uma declaração sob compromisso de honra.',
  'situation.activity.none.title': 'Sem atividade',
  'situation.activity.none.hint': 'Uma declaração sob compromisso de honra. Podemos criá-la para si.',
  'situation.activity.other.title': 'Outra atividade',
  'situation.activity.other.hint': 'Um documento recente sobre a sua atividade, ou uma declaração sob compromisso de honra.',

  'situation.income.salary.over_3_months.title': 'Salário, há mais de 3 meses',
  'situation.income.salary.over_3_months.hint':
    'Os seus 3 últimos recibos de vencimento. Num estágio: os comprovativos de pagamento de 3 meses.',
  'situation.income.salary.under_3_months.title': 'Salário, há menos de 3 meses',
  'situation.income.salary.under_3_months.hint': 'Todos os recibos de vencimento que já tem: um ou dois.',
  'situation.income.salary.not_yet.title': 'Salário, trabalho ainda não começado',
  'situation.income.salary.not_yet.hint':
    'A página do contrato ou da promessa de contratação que mostra o salário e a data de início.',
  'situation.income.salary.micro_entrepreneur.title': 'Microempresa (micro-entreprise)',
  'situation.income.salary.micro_entrepreneur.hint':
    'As 3 últimas declarações mensais URSSAF, ou a última do trimestre. Indique o montante sem as contribuições.',
  'situation.income.salary.independent.title': 'Outra atividade independente',
  'situation.income.salary.independent.hint': 'Uma declaração do contabilista, ou os seus últimos balanços: dois no máximo.',
  'situation.income.salary.intermittent.title': 'Intermitente do espetáculo',
  'situation.income.salary.intermittent.hint':
    'As suas 3 últimas declarações mensais, ou 3 extratos France Travail com os recibos de vencimento desses meses.',
  'situation.income.salary.artist.title': 'Rendimentos de artista-autor',
  'situation.income.salary.artist.hint':
    'A última declaração URSSAF de rendimentos e de atividade, ou a nota de imposto (avis d’impôt).',
  'situation.income.benefit.caf.over_3_months.title':
    'RSA, prémio de atividade (prime d’activité) ou outro apoio CAF ou MSA, há mais de 3 meses',
  'situation.income.benefit.caf.over_3_months.hint': 'Os comprovativos de pagamento dos últimos 3 meses.',
  'situation.income.benefit.caf.under_3_months.title':
    'RSA, prémio de atividade (prime d’activité) ou outro apoio CAF ou MSA, há menos de 3 meses',
  'situation.income.benefit.caf.under_3_months.hint': 'Todos os comprovativos de pagamento que já tem.',
  'situation.income.benefit.france_travail.over_3_months.title': 'Subsídio France Travail, há mais de 3 meses',
  'situation.income.benefit.france_travail.over_3_months.hint': 'Os comprovativos de pagamento dos últimos 3 meses.',
  'situation.income.benefit.france_travail.under_3_months.title': 'Subsídio France Travail, há menos de 3 meses',
  'situation.income.benefit.france_travail.under_3_months.hint': 'Todos os comprovativos de pagamento que já tem.',
  'situation.income.benefit.france_travail.not_yet.title': 'Subsídio France Travail, ainda não pago',
  'situation.income.benefit.france_travail.not_yet.hint': 'A carta de abertura dos seus direitos, com o montante.',
  'situation.income.benefit.housing.over_3_months.title': 'Apoio à habitação, há mais de 3 meses',
  'situation.income.benefit.housing.over_3_months.hint': 'Os comprovativos de pagamento dos últimos 3 meses.',
  'situation.income.benefit.housing.under_3_months.title': 'Apoio à habitação, há menos de 3 meses',
  'situation.income.benefit.housing.under_3_months.hint': 'Todos os comprovativos de pagamento que já tem.',
  'situation.income.benefit.housing.not_yet.title': 'Apoio à habitação, ainda não pago',
  'situation.income.benefit.housing.not_yet.hint': 'Uma captura de ecrã da simulação feita no site da CAF.',
  'situation.income.benefit.disability.over_3_months.title': 'Subsídio de adulto com deficiência (AAH), há mais de 3 meses',
  'situation.income.benefit.disability.over_3_months.hint': 'Os comprovativos de pagamento dos últimos 3 meses.',
  'situation.income.benefit.disability.under_3_months.title': 'Subsídio de adulto com deficiência (AAH), há menos de 3 meses',
  'situation.income.benefit.disability.under_3_months.hint': 'Todos os comprovativos de pagamento que já tem.',
  'situation.income.benefit.disability.not_yet.title': 'Subsídio de adulto com deficiência (AAH), ainda não pago',
  'situation.income.benefit.disability.not_yet.hint': 'A decisão da MDPH.',
  'situation.income.benefit.other.title': 'Outro apoio',
  'situation.income.benefit.other.hint': 'Um documento que mostre o montante e a frequência dos pagamentos.',
  'situation.income.pension.statement.title': 'Reforma, com recibo de pensão',
  'situation.income.pension.statement.hint': 'Um recibo de pensão com menos de 2 anos.',
  'situation.income.pension.no_statement.title': 'Reforma, sem recibo de pensão',
  'situation.income.pension.no_statement.hint':
    'A nota de imposto (avis d’impôt). O montante é a linha das pensões dividida por 12.',
  'situation.income.pension.disability.over_3_months.title': 'Pensão de invalidez, há mais de 3 meses',
  'situation.income.pension.disability.over_3_months.hint': 'Os comprovativos de pagamento dos últimos 3 meses.',
  'situation.income.pension.disability.under_3_months.title': 'Pensão de invalidez, há menos de 3 meses',
  'situation.income.pension.disability.under_3_months.hint': 'Todos os comprovativos de pagamento que já tem.',
  'situation.income.pension.disability.not_yet.title': 'Pensão de invalidez, ainda não paga',
  'situation.income.pension.disability.not_yet.hint': 'A notificação dos seus direitos.',
  'situation.income.pension.alimony.title': 'Pensão de alimentos recebida',
  'situation.income.pension.alimony.hint': 'Um documento que mostre o montante. Numa sentença, chega a parte que fixa a pensão.',
  'situation.income.rent.receipt.title': 'Rendas recebidas, com recibos',
  'situation.income.rent.receipt.hint': 'Um recibo com menos de 3 meses dado ao seu inquilino.',
  'situation.income.rent.no_receipt.title': 'Rendas recebidas, sem recibos',
  'situation.income.rent.no_receipt.hint':
    'A nota de imposto (avis d’impôt). O montante é a linha dos rendimentos prediais dividida por 12.',
  'situation.income.rent.life_annuity.title': 'Renda vitalícia',
  'situation.income.rent.life_annuity.hint': 'Um certificado de renda vitalícia.',
  'situation.income.rent.other.title': 'Outra renda ou investimento',
  'situation.income.rent.other.hint':
    'Um certificado de renda ou de investimento, ou o título de propriedade ou a nota do imposto predial do bem que rende.',
  'situation.income.scholarship.title': 'Bolsa',
  'situation.income.scholarship.hint': 'A última decisão de atribuição, por exemplo a do Crous.',
  'situation.income.none.title': 'Nenhum rendimento',
  'situation.income.none.hint': 'Não é pedido nenhum documento. Pode explicar a sua situação.',
  'situation.income.salary.unknown.title': 'Salário, a precisar',
  'situation.income.salary.unknown.hint': 'Este rendimento vem de um dossiê antigo. Escolha a situação que lhe corresponde.',
  'situation.income.pension.unknown.title': 'Pensão, a precisar',
  'situation.income.pension.unknown.hint': 'Este rendimento vem de um dossiê antigo. Escolha a situação que lhe corresponde.',

  'situation.tax.french_notice.title': 'Nota de imposto francesa (avis d’impôt)',
  'situation.tax.french_notice.hint':
    'Todas as páginas da nota de imposto ou de não tributação. A «situation déclarative» não serve.',
  'situation.tax.foreign_notice.title': 'Nota de imposto estrangeira',
  'situation.tax.foreign_notice.hint': 'A última nota do seu país, com uma tradução do essencial em francês.',
  'situation.tax.parents.title': 'Nos impostos dos pais',
  'situation.tax.parents.hint': 'Não é pedido nenhum documento. É criada uma declaração para si.',
  'situation.tax.no_declaration.title': 'Nunca declarou em França',
  'situation.tax.no_declaration.hint': 'A sua primeira declaração ainda não está feita. É criada uma declaração para si.',
  'situation.tax.not_received.title': 'Declaração feita, nota ainda não recebida',
  'situation.tax.not_received.hint': 'Acaba de fazer a sua primeira declaração. É criada uma declaração para si.',
  'situation.tax.other.title': 'Outra situação',
  'situation.tax.other.hint': 'Um documento, ou algumas frases para explicar a sua situação.',

  'situation.guarantee.visale.title': 'Garantia Visale',
  'situation.guarantee.visale.hint': 'Todas as páginas do certificado Visale, ainda válido.',
  'situation.guarantee.other.title': 'Outro organismo',
  'situation.guarantee.other.hint': 'O certificado de garantia, ainda válido.',
  'situation.company.registration.title': 'Empresa que é fiadora',
  'situation.company.registration.hint':
    'Uma certidão K-bis com menos de 3 meses, os estatutos, ou outra prova de que a empresa existe.',
};
