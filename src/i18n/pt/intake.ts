import type { Section } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake: Section<typeof fr> = {
  'intake.accepted': 'recebido',
  'intake.empty': 'este documento está vazio. Escolha-o de novo.',
  'intake.wrong_type': 'não é possível ler este tipo de documento. Tire uma fotografia ao papel ou guarde-o em PDF.',
  'intake.too_big': 'este documento tem mais de 10 MB. Envie um mais leve ou menos páginas.',
  'intake.piece_too_big': 'os seus documentos passam aqui de 50 MB. Elimine um ou envie outros mais leves.',
  'intake.too_many_files': 'já há demasiados documentos aqui. Fique só com os pedidos.',
  'intake.too_many_pages': 'este documento tem demasiadas páginas. Fique só com as páginas pedidas.',
  'intake.image_too_large': 'esta imagem é demasiado grande. Tire de novo a fotografia em tamanho normal.',
  'intake.password_protected': 'este documento pede uma palavra-passe. Envie-o de novo com ela, ou sem proteção.',
  'intake.wrong_password': 'esta palavra-passe não abre o documento. Verifique-a e envie de novo o documento.',
  'intake.corrupt': 'este documento está danificado. Descarregue-o de novo no site de origem.',
  'intake.too_complex': 'não podemos abrir este documento sem risco. Imprima-o em PDF ou envie fotografias.',
  'intake.infected': 'este documento parece perigoso. Foi eliminado. Vá buscá-lo de novo ao site de origem.',
  'intake.duplicate': 'este documento já aqui está. Fica guardado uma só vez.',
  'intake.processing_failed': 'guardado. Tentamos de novo automaticamente.',
};
