import type {PolicyMessages} from './messages.js';

/** Uzbek, in Latin letters. */
export const policyMessages: PolicyMessages = {
  version: 'Versiya: {version}',
  published: 'eʼlon qilingan sana: {date}',
  effective: 'kuchga kirish sanasi: {date}',

  nothingBefore:
    'Siz javob bermaguningizcha, ixtiyoriy xizmatlar brauzeringizda hech narsa saqlamaydi va siz haqingizda hech narsa bilib olmaydi.',
  equal:
    'Rad etish rozi boʻlish kabi oson va xuddi shuncha vaqt amal qiladi ({term}). Saytdan foydalanish javob hisoblanmaydi.',
  anyTime: 'Tanlovni istalgan vaqtda oʻzgartirish mumkin.',

  what: 'Cookie fayllari nima',
  whatText:
    'Cookie fayllari — sayt brauzeringizda saqlaydigan kichik matnlar; veb-xotira xuddi shuni boshqa joyda bajaradi. Ulardagi identifikator bitta brauzerni, demak, bilvosita insonni ham koʻrsatadi. Ularni boshqa kompaniyalarning piksellari (veb-mayoqlari) va skriptlari oʻqishi va yozishi mumkin; bu saytda ular ham javobingizni kutadi.',

  uses: 'Nima va nima uchun ishlatiladi',
  apart: 'Alohida soʻraladi: {purposes}.',
  purpose: 'Maqsadi',
  party: 'Kimniki',
  first: 'shu saytniki',
  third: 'boshqa kompaniyaniki',

  ownAnswers: 'javoblaringiz',
  ownNotice: 'siyosat oʻzgargani haqidagi qaysi xabarni yopganingiz',

  kept: 'Qancha vaqt saqlanadi',
  keptText:
    'Javobingiz, rozilik boʻlsin yoki rad etish, belgilangan muddat davomida amal qiladi ({term}), keyin yana soʻraymiz. Oʻshanda va har safar xizmatni rad etganingizda u saqlagan va sahifa oʻchira oladigan hamma narsa, muddati tugamagan boʻlsa ham, oʻchiriladi.',
  unreachable:
    'Kompaniya oʻz domenida saqlaydigan maʼlumotlarni faqat brauzer sozlamalarida oʻchirish mumkin.',
  recorded:
    'Har bir javob operatorga nima so‘ralgani va nima deyilgani haqidagi yozuv sifatida yuboriladi; unda kimligingizni bildiradigan hech narsa yo‘q.',
  onItsWay: 'Operatorga hali yetib bormagan javob',

  recipients: 'Maʼlumotlarni kim oladi',
  recipientsText: 'Rozilikdan keyin va faqat shundan keyin maʼlumotlarni quyidagilar oladi:',

  withdraw: 'Qanday rad etish yoki rozilikni qaytarib olish mumkin',
  inSettings:
    'Sozlamalarda, istalgan vaqtda. Xizmatlar darhol toʻxtaydi, ayrimlari uchun sahifa qayta yuklanadi; ular saqlagan maʼlumotlar oʻchiriladi:',
  inBrowser:
    'Brauzerda shu saytning cookie fayllarini oʻchirish orqali: yana soʻraymiz va boshqacha tanlashingiz mumkin boʻladi.',
  byDefault:
    'Brauzerda cookie fayllarini barcha saytlar yoki shu sayt uchun taqiqlash yoxud Global Privacy Control signalini yoqish orqali: u reklamani rad etish deb hisoblanadi. Ixtiyoriy xizmatlar kerak boʻlmagan hamma narsa ishlashda davom etadi.',
  byLetter: '{email} manziliga quyidagi mavzulardan biri bilan xat yuborish orqali:',

  operator: 'Bunga kim javobgar',
  address: 'Manzil',
  registration: 'Roʻyxatdan oʻtish maʼlumotlari',
  email: 'Elektron pochta',

  upcoming: 'Shu kungacha avvalgi versiya amal qiladi.',
  changes: 'Shu versiyadagi yangiliklar',
  changesText:
    'Maqsad yoki kompaniya qoʻshilsa, u haqda soʻraymiz; avvalgi javoblaringiz saqlanadi.',

  yourChoice: 'Tanlovingiz',
  noChoice: 'Siz hali tanlamagansiz.',
};
