import type {DeviceMessages} from './messages.js';

/** Arabic. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'على هذا الجهاز الآن ({count})',
  nothingHere: 'لا تحفظ خدمات هذا الموقع شيئًا على هذا الجهاز الآن.',
  mayReturn: 'الخدمة مفعّلة وقد تحفظ ذلك من جديد.',
  erase: 'حذف',
  erased: 'تم حذف: {names}.',
  remains: 'ما زال موجودًا: {names}.',
  ownRecord: 'سجل اختيارك',
  forget: 'نسيان اختياري والسؤال من جديد',
  forgetText: 'عندئذٍ يُعطَّل كل ما هو اختياري ويُطرح عليك السؤال من جديد.',
  unlisted: 'غير مذكور في قائمة هذا الموقع: {count}',
  beyond:
    'لا يمكن من هنا رؤية ملفات تعريف الارتباط الخاصة بمواقع أخرى ولا تلك التي يقرؤها الخادم وحده. تعرضها إعدادات متصفحك وتحذفها.',
  myChoice: 'اختياري',
  copy: 'نسخ الإيصال',
  copied: 'تم نسخ الإيصال.',
  byHand: 'لم يسمح المتصفح بذلك. الإيصال محدَّد: يمكن نسخه من هنا.',
  download: 'تنزيل الإيصال',
  downloaded: 'بدأ التنزيل.',
  receipt: 'الإيصال',
  rights: 'الجهة المسؤولة وحقوقك',
  address: 'العنوان',
  registration: 'التسجيل',
  withdraw: 'سحب الموافقة عبر البريد الإلكتروني:',
  requests: 'طلبات أخرى عبر البريد الإلكتروني:',
};
