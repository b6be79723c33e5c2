import type { Section } from '../section.ts';
import type { mails as fr } from '../fr/mails.ts';

export const mails: Section<typeof fr> = {
  'mails.hello': 'Bom dia,',
  'mails.signature': 'A equipa do {service}',
  'mails.footer': 'Recebe esta mensagem porque este endereço é utilizado no {service}. Não responda a esta mensagem.',
  'mails.link_fallback': 'Se o botão não funcionar, copie este endereço para o seu navegador:',
  'mails.not_you': 'Se não foi você, não faça nada. Nada vai mudar.',
  'mails.once_days': 'Este link funciona uma só vez, durante {days, plural, one {# dia} other {# dias}}.',
  'mails.once_hours': 'Este link funciona uma só vez, durante {hours, plural, one {# hora} other {# horas}}.',
  'mails.once_minutes': 'Este link funciona uma só vez, durante {minutes, plural, one {# minuto} other {# minutos}}.',

  'mails.confirm.subject': 'Confirme o seu endereço de e-mail',
  'mails.confirm.text': 'Acaba de criar uma conta no {service}. Confirme o seu endereço para poder enviar o seu dossiê.',
  'mails.confirm.action': 'Confirmar o meu endereço',

  'mails.confirm_reminder.subject': 'O seu endereço ainda não está confirmado',
  'mails.confirm_reminder.text':
    'Há alguns dias, criou uma conta no {service}. Confirme o seu endereço para enviar os seus documentos.',

  'mails.known_address.subject': 'Já tem uma conta',
  'mails.known_address.text': 'Alguém quis utilizar este endereço no {service}. O endereço já tem uma conta.',
  'mails.known_address.help': 'Foi você? Inicie sessão com a sua palavra-passe. Se a esqueceu, escolha uma nova.',
  'mails.known_address.action': 'Escolher uma nova palavra-passe',

  'mails.magic_link.subject': 'O seu link de acesso',
  'mails.magic_link.text': 'Eis o link que pediu para iniciar sessão no {service}.',
  'mails.magic_link.action': 'Iniciar sessão',

  'mails.reset.subject': 'Escolha uma nova palavra-passe',
  'mails.reset.text': 'Eis o link para escolher uma nova palavra-passe. Depois, a sessão termina em todos os seus aparelhos.',
  'mails.reset.action': 'Escolher uma palavra-passe',

  'mails.password_changed.subject': 'A sua palavra-passe mudou',
  'mails.password_changed.text': 'A palavra-passe da sua conta mudou em {at}.',
  'mails.password_changed.help': 'Se não foi você, escolha já uma nova palavra-passe.',
  'mails.password_changed.action': 'Não fui eu',

  'mails.email_change_new.subject': 'Confirme o seu novo endereço de e-mail',
  'mails.email_change_new.text': 'Pediu para utilizar este endereço na sua conta. Confirme-o: ele vai substituir o antigo.',
  'mails.email_change_new.action': 'Confirmar este endereço',

  'mails.email_change_old.subject': 'O seu endereço de e-mail vai mudar',
  'mails.email_change_old.text': 'Foi pedido outro endereço para a sua conta: {email}.',
  'mails.email_change_old.help': 'Se não foi você, anule esta mudança. Depois escolhe uma nova palavra-passe.',
  'mails.email_change_old.action': 'Anular a mudança',

  'mails.new_device.subject': 'Novo início de sessão na sua conta',
  'mails.new_device.text': 'Alguém iniciou sessão na sua conta em {at}, com: {device}.',
  'mails.new_device.help': 'Foi você? Não tem nada a fazer. Se não, feche essa sessão e mude a sua palavra-passe.',
  'mails.new_device.action': 'Ver as minhas sessões',

  'mails.agent_invited.subject': 'O seu acesso à consola',
  'mails.agent_invited.text': 'Tem agora acesso à consola do {service}. Escolha primeiro uma palavra-passe.',
  'mails.agent_invited.help': 'Depois vai instalar uma segunda proteção: uma chave de acesso ou uma aplicação de códigos.',
  'mails.agent_invited.action': 'Abrir o meu acesso',

  'mails.dossier.action': 'Abrir o meu dossiê',
  'mails.dossier.submitted.subject': 'O seu dossiê foi enviado',
  'mails.dossier.submitted.text': 'Recebemos o seu dossiê. Um agente vai verificar os seus documentos.',
  'mails.dossier.submitted.next': 'Não tem nada a fazer. Escrevemos-lhe logo que a verificação termine.',
  'mails.dossier.to_correct.subject': 'O seu dossiê tem de ser corrigido',
  'mails.dossier.to_correct.text': 'Um agente viu os seus documentos. Alguns têm de ser corrigidos.',
  'mails.dossier.to_correct.next': 'Abra o seu dossiê: dizemos-lhe quais, porquê, e o que fazer.',
  'mails.dossier.verified.subject': 'O seu dossiê está verificado',
  'mails.dossier.verified.text': 'Boa notícia: todos os documentos do seu dossiê estão verificados.',
  'mails.dossier.verified.next': 'Pode criar um link e dá-lo aos senhorios. Pode retirá-lo a qualquer momento.',
  'mails.dossier.you_verified.subject': 'Os seus documentos estão verificados',
  'mails.dossier.you_verified.text': 'Boa notícia: todos os seus documentos estão verificados.',
  'mails.dossier.you_verified.next':
    'O dossiê comum ficará verificado quando os documentos das outras pessoas também o estiverem.',
  'mails.dossier.status_lost.subject': 'O seu dossiê já não está verificado',
  'mails.dossier.status_lost.text': 'Alguma coisa mudou no seu dossiê. Por isso, já não está todo verificado.',
  'mails.dossier.status_lost.next': 'Abra o seu dossiê para ver o que mudou e enviá-lo de novo.',
  'mails.dossier.unfinished.subject': 'O seu dossiê está à sua espera',
  'mails.dossier.unfinished.text': 'Começou um dossiê de arrendamento. Ainda não está enviado.',
  'mails.dossier.unfinished.next': 'Pode retomá-lo quando quiser: o que já fez está guardado.',
  'mails.dossier.to_correct_reminder.subject': 'Ainda há documentos a corrigir',
  'mails.dossier.to_correct_reminder.text': 'Alguns documentos do seu dossiê ainda têm de ser corrigidos.',
  'mails.dossier.to_correct_reminder.next': 'Abra o seu dossiê: dizemos-lhe quais, porquê, e o que fazer.',
};
