import type { Section } from '../section.ts';
import type { mails as fr } from '../fr/mails.ts';

export const mails: Section<typeof fr> = {
  'mails.hello': 'مرحبًا،',
  'mails.signature': 'فريق {service}',
  'mails.footer': 'تصلك هذه الرسالة لأن هذا العنوان مستخدم في {service}. يرجى عدم الرد عليها.',
  'mails.link_fallback': 'إذا لم يعمل الزر، انسخ هذا العنوان في متصفحك:',
  'mails.not_you': 'إذا لم تكن أنت من طلب ذلك، فلا تفعل شيئًا. لن يتغير شيء.',
  'mails.once_days':
    'يعمل هذا الرابط مرة واحدة فقط، لمدة {days, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'mails.once_hours':
    'يعمل هذا الرابط مرة واحدة فقط، لمدة {hours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.',
  'mails.once_minutes':
    'يعمل هذا الرابط مرة واحدة فقط، لمدة {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',

  'mails.confirm.subject': 'أكِّد عنوان بريدك الإلكتروني',
  'mails.confirm.text': 'لقد أنشأت حسابًا في {service}. أكِّد عنوانك لتتمكن من إرسال ملفك.',
  'mails.confirm.action': 'تأكيد عنواني',

  'mails.confirm_reminder.subject': 'لم يتم تأكيد عنوانك بعد',
  'mails.confirm_reminder.text': 'أنشأت قبل أيام حسابًا في {service}. أكِّد عنوانك لإرسال مستنداتك.',

  'mails.known_address.subject': 'لديك حساب بالفعل',
  'mails.known_address.text': 'حاول شخص ما استخدام هذا العنوان في {service}. لهذا العنوان حساب بالفعل.',
  'mails.known_address.help': 'هل كنت أنت؟ سجّل الدخول بكلمة مرورك. وإذا نسيتها، فاختر كلمة جديدة.',
  'mails.known_address.action': 'اختيار كلمة مرور جديدة',

  'mails.magic_link.subject': 'رابط تسجيل الدخول',
  'mails.magic_link.text': 'هذا هو الرابط الذي طلبته لتسجيل الدخول إلى {service}.',
  'mails.magic_link.action': 'تسجيل الدخول',

  'mails.reset.subject': 'اختر كلمة مرور جديدة',
  'mails.reset.text': 'هذا هو الرابط لاختيار كلمة مرور جديدة. سيتم بعد ذلك تسجيل خروجك من جميع أجهزتك.',
  'mails.reset.action': 'اختيار كلمة المرور',

  'mails.password_changed.subject': 'تغيّرت كلمة مرورك',
  'mails.password_changed.text': 'تغيّرت كلمة مرور حسابك في {at}.',
  'mails.password_changed.help': 'إذا لم تكن أنت، فاختر فورًا كلمة مرور جديدة.',
  'mails.password_changed.action': 'لست أنا',

  'mails.email_change_new.subject': 'أكِّد عنوان بريدك الإلكتروني الجديد',
  'mails.email_change_new.text': 'لقد طلبت استخدام هذا العنوان لحسابك. أكِّده، وسيحلّ محل العنوان القديم.',
  'mails.email_change_new.action': 'تأكيد هذا العنوان',

  'mails.email_change_old.subject': 'سيتغيّر عنوان بريدك الإلكتروني',
  'mails.email_change_old.text': 'طُلب عنوان آخر لحسابك: {email}.',
  'mails.email_change_old.help': 'إذا لم تكن أنت، فألغِ هذا التغيير. ستختار بعد ذلك كلمة مرور جديدة.',
  'mails.email_change_old.action': 'إلغاء التغيير',

  'mails.new_device.subject': 'تسجيل دخول جديد إلى حسابك',
  'mails.new_device.text': 'سجّل شخص ما الدخول إلى حسابك في {at}، باستخدام: {device}.',
  'mails.new_device.help': 'هل كنت أنت؟ ليس عليك فعل شيء. وإلا فأنهِ هذه الجلسة وغيّر كلمة مرورك.',
  'mails.new_device.action': 'عرض جلساتي',

  'mails.agent_invited.subject': 'دخولك إلى لوحة العمل',
  'mails.agent_invited.text': 'فُتح لك الدخول إلى لوحة العمل في {service}. اختر أولًا كلمة مرور.',
  'mails.agent_invited.help': 'ثم ستُعِدّ حماية ثانية: مفتاح مرور أو تطبيق رموز.',
  'mails.agent_invited.action': 'فتح الدخول',

  'mails.dossier.action': 'فتح ملفي',
  'mails.dossier.submitted.subject': 'تم إرسال ملفك',
  'mails.dossier.submitted.text': 'استلمنا ملفك. سيتحقق موظف من مستنداتك.',
  'mails.dossier.submitted.next': 'ليس عليك فعل شيء. سنراسلك فور انتهاء التحقق.',
  'mails.dossier.to_correct.subject': 'ملفك بحاجة إلى تصحيح',
  'mails.dossier.to_correct.text': 'اطّلع موظف على مستنداتك. بعضها بحاجة إلى تصحيح.',
  'mails.dossier.to_correct.next': 'افتح ملفك: نوضح لك أيّها، ولماذا، وما العمل.',
  'mails.dossier.verified.subject': 'تم التحقق من ملفك',
  'mails.dossier.verified.text': 'خبر سار: تم التحقق من جميع مستندات ملفك.',
  'mails.dossier.verified.next': 'يمكنك إنشاء رابط وتقديمه للمالكين. ويمكنك سحبه في أي وقت.',
  'mails.dossier.you_verified.subject': 'تم التحقق من مستنداتك',
  'mails.dossier.you_verified.text': 'خبر سار: تم التحقق من جميع مستنداتك.',
  'mails.dossier.you_verified.next': 'سيصبح الملف المشترك متحقَّقًا منه بعد التحقق من مستندات الآخرين أيضًا.',
  'mails.dossier.status_lost.subject': 'لم يعد ملفك متحقَّقًا منه',
  'mails.dossier.status_lost.text': 'تغيّر شيء في ملفك. لذلك لم يعد متحقَّقًا منه بالكامل.',
  'mails.dossier.status_lost.next': 'افتح ملفك لترى ما تغيّر وترسله من جديد.',
  'mails.dossier.unfinished.subject': 'ملفك في انتظارك',
  'mails.dossier.unfinished.text': 'بدأت ملف إيجار. لم يُرسل بعد.',
  'mails.dossier.unfinished.next': 'يمكنك المتابعة متى شئت: ما أنجزته محفوظ.',
  'mails.dossier.to_correct_reminder.subject': 'مستندات ما زالت بحاجة إلى تصحيح',
  'mails.dossier.to_correct_reminder.text': 'بعض مستندات ملفك ما زالت بحاجة إلى تصحيح.',
  'mails.dossier.to_correct_reminder.next': 'افتح ملفك: نوضح لك أيّها، ولماذا، وما العمل.',
};
