import type { Section } from '../section.ts';
import type { jobs as fr } from '../fr/jobs.ts';

export const jobs: Section<typeof fr> = {
  'mails.dossier.piece_failed.subject': 'مستند ما زال ينتظر',
  'mails.dossier.piece_failed.text': 'لا نستطيع فتح أحد مستنداتك في الوقت الحالي. المشكلة من جهتنا.',
  'mails.dossier.piece_failed.next': 'ليس عليك فعل شيء. المستند محفوظ ونواصل المحاولة.',
  'jobs.title': 'أعمال الخدمة',
  'jobs.link': 'عرض أعمال الخدمة',
  'jobs.intro': 'هذه أرقام اللحظة الحالية. لا يُعرض هنا أي اسم أو نص.',
  'jobs.waiting':
    '{count, plural, =0 {لا شيء ينتظر} one {واحد ينتظر} two {اثنان ينتظران} few {# تنتظر} many {# تنتظر} other {# تنتظر}}',
  'jobs.running':
    '{count, plural, =0 {لا شيء جارٍ} one {واحد جارٍ} two {اثنان جاريان} few {# جارية} many {# جارية} other {# جارية}}',
  'jobs.oldest': 'الأقدم ينتظر منذ {age}',
  'jobs.dead':
    '{count, plural, =0 {لا عمل فاشل} one {عمل واحد فاشل} two {عملان فاشلان} few {# أعمال فاشلة} many {# عملًا فاشلًا} other {# عمل فاشل}}',
  'jobs.none': 'كل ما كان يجب فعله تم أو هو جارٍ.',
  'jobs.name': 'العمل',
  'jobs.code': 'السبب',
  'jobs.age': 'منذ',
  'jobs.failures': 'مرات الفشل',
  'jobs.replay': 'إعادة المحاولة',
  'jobs.replayed': 'العمل يبدأ من جديد.',
  'jobs.name_file.prepare': 'فتح مستند',
  'jobs.name_piece.examine': 'قراءة مستند',
  'jobs.name_copy.prepare': 'إعداد نسخة',
  'jobs.name_export.prepare': 'إعداد نسخة من البيانات الشخصية',
  'jobs.code_antivirus_unavailable': 'فحص الفيروسات لا يجيب',
  'jobs.code_engine_failed': 'محرك المستندات لم ينجح',
  'jobs.code_file_unreadable': 'تعذّرت إعادة قراءة المستند',
  'jobs.code_worker_lost': 'توقّف البرنامج عند كل محاولة',
  'jobs.code_unexpected': 'سبب غير متوقع، انظر السجل',
  'jobs.minutes':
    '{minutes, plural, =0 {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
};
