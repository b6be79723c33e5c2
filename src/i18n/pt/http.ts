import type { Section } from '../section.ts';
import type { http as fr } from '../fr/http.ts';

export const http: Section<typeof fr> = {
  'http.field_wrong': 'Verifique este campo.',
  'http.home': 'Voltar à página inicial',
  'http.reference': 'Referência a indicar se nos escrever:',
  'http.error_400.title': 'Não compreendemos este pedido',
  'http.error_400.text': 'Volte à página anterior e recomece.',
  'http.error_403.title': 'Esta página expirou',
  'http.error_403.text': 'Para sua segurança, o formulário já não é válido. Volte atrás, recarregue a página e recomece.',
  'http.error_404.title': 'Esta página não existe',
  'http.error_404.text': 'Verifique o endereço. Se seguiu um link, talvez esteja incompleto.',
  'http.error_405.title': 'Esta ação não é possível aqui',
  'http.error_405.text': 'Volte à página anterior e recomece.',
  'http.error_410.title': 'Este conteúdo já não está disponível',
  'http.error_410.text': 'Peça um novo link à pessoa que lho enviou.',
  'http.error_413.title': 'O seu envio é demasiado pesado',
  'http.error_413.text': 'Um envio pode ter 80 MB no máximo. Envie os seus ficheiros em várias vezes.',
  'http.error_429.title': 'Demasiadas tentativas em pouco tempo',
  'http.error_429.text': 'Espere alguns minutos e tente de novo.',
  'http.error_500.title': 'O serviço teve um problema',
  'http.error_500.text': 'A culpa não é sua. Tente de novo dentro de alguns minutos. O que já guardou não se perdeu.',
  'http.error_503.title': 'O serviço está a reiniciar',
  'http.error_503.text': 'Tente de novo dentro de alguns minutos. O que já guardou não se perdeu.',
};
