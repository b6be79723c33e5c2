import type { Section } from '../section.ts';
import type { help as fr } from '../fr/help.ts';

export const help = {
  'help.why_correct.title': 'Porque é preciso corrigir um documento',
  'help.why_correct.text':
    'Um agente encontrou um problema: uma data, uma página ou um nome. Abra o seu dossiê: dizemos o que fazer.',
  'help.flatshare.title': 'A minha parte está verificada, mas o dossiê não',
  'help.flatshare.text': 'Numa casa partilhada cada um tem a sua parte. O dossiê é verificado quando todas o são.',
  'help.send.title': 'Enviar o meu dossiê a um senhorio',
  'help.send.text': 'Crie uma ligação e entregue-a. Vê quem a abre. Corta-a quando quiser.',
  'help.for_other.title': 'Um dossiê para o meu filho',
  'help.for_other.text': 'Escolha «para outra pessoa». Com FranceConnect, o seu nome não é posto no dossiê dela.',
  'help.no_listings.title': 'Não temos casas para oferecer',
  'help.no_listings.text': 'Este serviço prepara um dossiê. Não oferece casas. Nunca pague antes de visitar.',
  'help.landlord_open.title': 'Senhorio: a ligação não abre',
  'help.landlord_open.text': 'O inquilino pode tê-la cortado, ou é demasiado antiga. Peça outra ligação.',
  'help.landlord_empty.title': 'Senhorio: não recebo nada',
  'help.landlord_empty.text': 'Veja nas mensagens indesejadas. Confirme o seu endereço com o inquilino.',
  'help.landlord_code.title': 'Senhorio: o código não funciona',
  'help.landlord_code.text': 'Um código dura pouco. Peça outro e use o último recebido.',
  'help.how_long.title': 'Quanto tempo demora?',
  'help.how_long.text': 'Um agente costuma ver num dia útil. Escrevemos-lhe quando estiver feito.',
  'help.what_kept.title': 'O que é guardado',
  'help.what_kept.text': 'Os seus documentos são apagados se deixar de vir. Dois e-mails avisam antes.',
  'help.no_scanner.title': 'Sem digitalizador nem internet',
  'help.no_scanner.text':
    'Basta uma foto nítida. Um espaço France services ajuda-o no local, gratuitamente. Também pode dar cópias em papel.',
  'help.blurred.title': 'Foto desfocada',
  'help.blurred.text': 'Ponha o documento plano, perto de uma janela. Apanhe a página toda, sem sombra.',
  'help.foreign.title': 'Documentos de outro país',
  'help.foreign.text': 'São aceites. O senhorio pode pedir uma tradução em francês.',
  'help.lead': 'Escolha a sua pergunta.',
  'help.not_found': 'Não encontra? Escreva-nos.',
} as const satisfies Section<typeof fr>;
