import type { Section } from '../section.ts';
import type { intake as fr } from '../fr/intake.ts';

export const intake: Section<typeof fr> = {
  'intake.accepted': 'recibido',
  'intake.empty': 'este documento está vacío. Elíjalo de nuevo.',
  'intake.wrong_type': 'este tipo de documento no se puede leer. Haga una foto del papel o guárdelo en PDF.',
  'intake.too_big': 'este documento pesa más de 10 MB. Envíe uno más ligero o menos páginas.',
  'intake.piece_too_big': 'sus documentos pesan aquí más de 50 MB. Elimine uno o envíe otros más ligeros.',
  'intake.too_many_files': 'ya hay demasiados documentos aquí. Deje solo los que se piden.',
  'intake.too_many_pages': 'este documento tiene demasiadas páginas. Deje solo las páginas que se piden.',
  'intake.image_too_large': 'esta imagen es demasiado grande. Repita la foto con un tamaño normal.',
  'intake.password_protected': 'este documento pide una contraseña. Envíelo de nuevo con su contraseña, o sin protección.',
  'intake.wrong_password': 'esta contraseña no abre el documento. Compruébela y envíe de nuevo el documento.',
  'intake.corrupt': 'este documento está dañado. Descárguelo de nuevo desde su sitio de origen.',
  'intake.too_complex': 'no podemos abrir este documento sin riesgo. Imprímalo en PDF o envíe fotos.',
  'intake.infected': 'este documento parece peligroso. Está eliminado. Descárguelo de nuevo desde su sitio de origen.',
  'intake.duplicate': 'este documento ya está aquí. Se guarda una sola vez.',
  'intake.processing_failed': 'guardado. Lo intentamos de nuevo nosotros mismos.',
};
