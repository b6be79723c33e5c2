import type { Section } from '../section.ts';
import type { consents as fr } from '../fr/consents.ts';

export const consents: Section<typeof fr> = {
  'consent.honour.2026-11':
    'Declaro bajo juramento que mis documentos y mis respuestas son exactos. Un documento falso se castiga con 3 años de prisión y 45 000 € de multa (artículo 441-1 del código penal francés).',
  'consent.others_informed.2026-11':
    'Tengo el acuerdo de las personas cuyos documentos he añadido: pareja, compañeros de piso, garantes.',
  'consent.spouse_access.2026-11':
    'Autorizo a mi pareja a ver y completar mis documentos en nuestro expediente. Puedo retirar este acceso en cualquier momento.',
  'consent.flatmate_sending.2026-11':
    'Autorizo a mis compañeros de piso a enviar el expediente con mis documentos. Ellos no ven mis documentos. Puedo retirar este acceso en cualquier momento.',
  'consent.third_party_mandate.2026-11':
    'La persona para la que preparo este expediente está de acuerdo. Puede hacerse cargo de él u oponerse en cualquier momento.',
  'consent.guarantor_informed.2026-11':
    'Mi garante sabe que añado sus documentos y está de acuerdo. Puede oponerse en cualquier momento.',
  'consent.guarantor_tenant_access.2026-11':
    'Autorizo al inquilino del que soy garante a ver mis documentos. Sin este acuerdo, solo los ve el propietario.',
  'consent.helper_mandate.2026-11':
    'Autorizo a esta persona a ayudarme con mi expediente, durante el tiempo y para las acciones elegidas. Puedo parar en cualquier momento.',
  'consent.unverified_sending.2026-11':
    'He entendido que mi expediente todavía no está verificado. El propietario lo verá por escrito.',
  'consent.candidacy.2026-11':
    'Acepto enviar mi expediente para esta vivienda. El propietario podrá abrirlo mientras dure mi candidatura.',
  'consent.partner.2026-11':
    'Autorizo a {partner} a leer las partes de mi expediente indicadas aquí. Puedo retirar este acceso en cualquier momento.',
};
