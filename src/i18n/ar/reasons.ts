import { reason } from '../reason-entry.ts';
import type { Section } from '../section.ts';
import type { reasons as fr } from '../fr/reasons.ts';

export const reasons: Section<typeof fr> = {
  ...reason('expected_paper', {
    title: 'المستند المنتظر غير موجود',
    wrong: 'لم نجد المستند المنتظر.',
    todo: 'أرسل: {papers}.',
  }),
  ...reason('kind_not_accepted', {
    title: 'مستند غير مناسب',
    wrong: 'هذا المستند لا يثبت الوضع المختار.',
    todo: 'استبدله بما يلي: {papers}.',
  }),
  ...reason('unreadable', {
    title: 'غير مقروء',
    wrong: 'المستند غير واضح أو مقصوص أو مظلم جدًا: لا نستطيع قراءته.',
    todo: 'أرسل نسخة واضحة وكاملة. الأفضل هو ملف PDF الأصلي.',
  }),
  ...reason('name_mismatch', {
    title: 'الاسم غائب أو مختلف',
    wrong: {
      you: 'اسمك غير موجود في هذا المستند، أو فيه اسم آخر.',
      them: 'اسم {name} غير موجود في هذا المستند، أو فيه اسم آخر.',
    },
    todo: {
      you: 'أرسل مستندًا باسمك. يمكنك أيضًا تصحيح اسمك أو إضافة اسم مستعمل.',
      them: 'أرسل مستندًا باسم {name}. يمكنك أيضًا تصحيح هذا الاسم أو إضافة اسم مستعمل.',
    },
  }),
  ...reason('all_in_one_slot', {
    title: 'كل المستندات في مكان واحد',
    wrong: 'توجد هنا عدة مستندات مختلفة.',
    todo: 'احتفظ هنا فقط بما يلي: {papers}. ضع الباقي في أقسامه.',
  }),
  ...reason('other_person_papers', {
    title: 'مستندات شخص آخر',
    wrong: { you: 'هذه المستندات ليست لك.', them: 'هذه المستندات ليست لـ {name}.' },
    todo: {
      you: 'انقلها إلى الشخص الصحيح وأضف مستنداتك.',
      them: 'انقلها إلى الشخص الصحيح وأضف مستندات {name}.',
    },
  }),
  ...reason('pages_missing', {
    title: 'صفحات أو أوجه ناقصة',
    wrong:
      'لدينا {count, plural, one {صفحة واحدة أو وجه واحد} two {صفحتان أو وجهان} few {# صفحات أو أوجه} many {# صفحة أو وجهًا} other {# صفحة أو وجه}} من {total}.',
    todo: 'أرسل المستند كاملًا بكل صفحاته.',
  }),
  ...reason('translation_missing', {
    title: 'الترجمة ناقصة',
    wrong: 'هذا المستند ليس بالفرنسية وليس مترجمًا.',
    todo: 'أضف ترجمة للأساسي: الأسماء والتواريخ والمبالغ.',
  }),
  ...reason('extra_paper', {
    title: 'مستند غير ضروري',
    wrong: 'يوجد هنا مستند غير ضروري.',
    todo: 'يمكنك حذفه.',
  }),
  ...reason('forbidden_paper', {
    title: 'مستند لا يحق لأحد طلبه',
    wrong: 'لا يحق لأحد أن يطلب هذا المستند: {what}.',
    todo: 'ننصحك بحذفه.',
  }),
  ...reason('other', {
    title: 'سبب آخر (نص الموظف)',
    wrong: 'يشرح لك موظف ما الذي يجب إصلاحه.',
    todo: 'اقرأ رسالته وصحّح المستند.',
  }),
  ...reason('change_situation', {
    title: 'تغيير الوضع',
    wrong: {
      you: 'تُظهر مستنداتك وضعًا غير الوضع المختار.',
      them: 'تُظهر مستندات {name} وضعًا غير الوضع المختار.',
    },
    todo: 'اختر «{situation}». تبقى الملفات في مكانها.',
  }),
  ...reason('change_guarantor_type', {
    title: 'تغيير نوع الضامن',
    wrong: 'تُظهر المستندات نوعًا آخر من الضامنين.',
    todo: 'اختر «{kind}» نوعًا للضامن.',
  }),
  ...reason('too_old', {
    title: 'قديم جدًا',
    wrong: 'عمر هذا المستند أكثر من {count, plural, one {شهر} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}.',
    todo: 'أرسل مستندًا مؤرخًا في {from} أو بعده.',
  }),
  ...reason('unsigned', {
    title: 'غير موقّع',
    wrong: 'هذا المستند غير موقّع: {who}.',
    todo: 'اطلب توقيعه ثم أرسله من جديد.',
  }),
  ...reason('id_expired', {
    title: 'هوية منتهية الصلاحية',
    wrong: { you: 'انتهت صلاحية مستند هويتك في {date}.', them: 'انتهت صلاحية مستند هوية {name} في {date}.' },
    todo: 'أرسل مستندًا ساري المفعول، أو اختر مستند هوية آخر.',
  }),
  ...reason('permit_or_renewal_receipt', {
    title: 'تصريح الإقامة أو الإيصال ناقص',
    wrong: 'تصريح الإقامة غير موجود، أو انتهت صلاحيته وإيصال التجديد غير موجود.',
    todo: 'أرسل تصريح الإقامة. إذا انتهت صلاحيته فأضف إيصال التجديد (récépissé).',
  }),
  ...reason('france_identite_unusable', {
    title: 'إثبات France Identité غير صالح',
    wrong: 'إثبات France Identité هذا منتهي الصلاحية أو مستعمل أو لا يمكن التحقق منه.',
    todo: 'أنشئ إثباتًا جديدًا في التطبيق وأرسله.',
  }),
  ...reason('property_tax_preferred', {
    title: 'يُفضَّل إشعار ضريبة الأملاك',
    wrong: 'هذا المستند مقبول، لكن إشعار ضريبة الأملاك أسهل في التحقق.',
    todo: 'أضفه إذا كان لديك.',
  }),
  ...reason('invoice_unpaid', {
    title: 'الدفع غير ظاهر',
    wrong: 'لا تبيّن الفواتير أنها مدفوعة.',
    todo: 'أرسل فواتير يظهر فيها الدفع.',
  }),
  ...reason('months_missing', {
    title: 'أشهر ناقصة',
    wrong: 'لا توجد ثلاثة أشهر متتالية.',
    todo: 'أضف مستندات هذه الأشهر: {months}.',
  }),
  ...reason('months_too_old', {
    title: 'أشهر قديمة جدًا',
    wrong: 'هذه المستندات لأشهر قديمة جدًا.',
    todo: 'أرسل مستندات هذه الأشهر: {months}.',
  }),
  ...reason('earlier_proofs_removed', {
    title: 'حُذفت مستندات سابقة',
    wrong: 'لم تعد مستندات أُرسلت من قبل موجودة.',
    todo: 'أعد مستندات هذه الأشهر: {months}.',
  }),
  ...reason('activity_ended', {
    title: 'عقد منتهٍ',
    wrong: 'انتهى هذا العقد في {date}.',
    todo: { you: 'أرسل مستندًا عن نشاطك الحالي.', them: 'أرسل مستندًا عن النشاط الحالي لـ {name}.' },
  }),
  ...reason('wrong_school_year', {
    title: 'سنة دراسية خاطئة',
    wrong: 'هذا المستند لسنة دراسية أخرى.',
    todo: 'أرسل مستندًا لإحدى هذه السنوات: {years}.',
  }),
  ...reason('starter_use_contract_page', {
    title: 'بداية العمل: صفحة العقد',
    wrong: { you: 'بدأ عملك حديثًا.', them: 'بدأ عمل {name} حديثًا.' },
    todo: 'أرسل صفحة العقد التي تذكر الراتب، أو أول قسيمة راتب.',
  }),
  ...reason('amount_mismatch', {
    title: 'مبلغ مختلف',
    wrong: {
      you: 'كتبت {declared} في الشهر، ونقرأ {read}.',
      them: 'المبلغ المكتوب لـ {name} هو {declared} في الشهر، ونقرأ {read}.',
    },
    todo: 'صحّح المبلغ أو اشرح الفرق.',
  }),
  ...reason('explanation_insufficient', {
    title: 'شرح غير كافٍ',
    wrong: 'لم نفهم الشرح.',
    todo: 'أعط تفاصيل أكثر، أو أضف مستندًا.',
  }),
  ...reason('tax_notice_expected', {
    title: 'إشعار الضريبة منتظر',
    wrong: 'لا يوجد إشعار ضريبة.',
    todo: 'نزّل إشعار الضريبة الكامل (avis d’impôt) من impots.gouv.fr وأرسله.',
  }),
  ...reason('not_a_tax_notice', {
    title: 'ليس إشعار ضريبة',
    wrong: 'هذا المستند ليس إشعار ضريبة على الدخل.',
    todo: 'نزّل إشعار الضريبة الكامل (avis d’impôt) من impots.gouv.fr وأرسله.',
  }),
  ...reason('asdir_not_accepted', {
    title: 'وثيقة «situation déclarative» (ملخص التصريح)',
    wrong: 'هذا المستند هو «situation déclarative» وليس إشعارًا.',
    todo: 'نزّل «avis d’impôt» الكامل من impots.gouv.fr وأرسله.',
  }),
  ...reason('local_tax_not_accepted', {
    title: 'ضريبة محلية',
    wrong: 'هذا المستند يخص ضريبة الأملاك أو السكن.',
    todo: 'نزّل إشعار الضريبة على الدخل (avis d’impôt sur le revenu) من impots.gouv.fr وأرسله.',
  }),
  ...reason('wrong_tax_year', {
    title: 'سنة خاطئة',
    wrong: 'يخص هذا المستند سنة {year}.',
    todo: 'أرسل مستند إحدى هذه السنوات: {years}.',
  }),
  ...reason('declaration_contradicted', {
    title: 'تصريح يناقضه مستند',
    wrong: 'مستند آخر في الملف يقول غير ما يقوله هذا التصريح.',
    todo: { you: 'اختر ما يناسب وضعك.', them: 'اختر ما يناسب وضع {name}.' },
  }),
  ...reason('guarantee_certificate_awaited', {
    title: 'شهادة الضمان منتظرة',
    wrong: 'هذا المستند طلب ضمان وليس الشهادة.',
    todo: 'أرسل الشهادة عندما تحصل عليها.',
  }),
  ...reason('guarantee_expired', {
    title: 'ضمان منتهٍ',
    wrong: 'انتهى الضمان في {date}.',
    todo: 'اطلب شهادة جديدة وأرسلها.',
  }),

  'signer.employer': 'توقيع صاحب العمل ناقص',
  'signer.host': 'توقيع الشخص المستضيف ناقص',
  'signer.landlord': 'توقيع المالك أو الوكالة ناقص',
  'signer.organism': 'توقيع الهيئة ناقص',
  'signer.school': 'توقيع المؤسسة التعليمية ناقص',
  'signer.person': 'توقيع الشخص المعني ناقص',
  'signer.everyone': 'توقيع واحد على الأقل ناقص',
  'guarantor_kind.natural': 'شخص',
  'guarantor_kind.company': 'شركة',
  'guarantor_kind.organism': 'هيئة',
};
