import type { Section } from '../section.ts';
import type { household as fr } from '../fr/household.ts';

export const household: Section<typeof fr> = {
  'household.somebody': 'Alguien',
  'household.open': 'Abrir mi expediente',
  'household.invited.subject': '{name} le invita a su expediente de alquiler',
  'household.invited.spouse': '{name} prepara un expediente de alquiler para los dos. Usted mismo puede completar su parte.',
  'household.invited.flatmate':
    '{name} prepara un expediente para un piso compartido. Usted completa su parte, y los demás no ven sus documentos.',
  'household.invited.guarantor':
    '{name} le pide que sea su garante. Un garante paga el alquiler si el inquilino no puede. Puede decir que no.',
  'household.invited.helper': '{name} le pide ayuda para preparar su expediente de alquiler.',
  'household.invited.beneficiary':
    '{name} prepara un expediente de alquiler para usted. Puede aceptar, oponerse o hacerse cargo de él.',
  'household.invited.free': 'Usted decide si acepta o no. El servicio es gratuito.',
  'household.invited.action': 'Ver la invitación',
  'household.invited.until': 'Este enlace funciona una sola vez, hasta el {date}.',
  'household.detached.subject': 'Ahora tiene su propio expediente',
  'household.detached.text': 'Ya no está en el expediente común.',
  'household.detached.kept': 'No se pierde nada: sus documentos, sus verificaciones y sus garantes están en su expediente.',
  'household.changed.subject': 'Su expediente ha cambiado',
  'household.changed.text': 'Una persona ya no está en su expediente de alquiler. Sus documentos no han cambiado.',
};
