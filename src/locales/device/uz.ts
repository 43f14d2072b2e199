import type {DeviceMessages} from './messages.js';

/** Uzbek, in Latin letters. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'Hozir qurilmada ({count})',
  nothingHere: 'Hozir bu saytning xizmatlari qurilmangizda hech narsa saqlamayapti.',
  mayReturn: 'Xizmat yoniq va buni yana yozishi mumkin.',
  erase: 'Oʻchirish',
  erased: 'Oʻchirildi: {names}.',
  remains: 'Qoldi: {names}.',
  ownRecord: 'Tanlovingiz haqidagi yozuv',
  forget: 'Tanlovimni unutish va yana soʻrash',
  forgetText: 'Ixtiyoriy boʻlgan hamma narsa oʻchiriladi va sizdan yana soʻraymiz.',
  unlisted: 'Bu saytning roʻyxatida yoʻq: {count}',
  beyond:
    'Boshqa saytlarning cookie fayllari va faqat server oʻqiydiganlari bu yerdan koʻrinmaydi. Ularni brauzer sozlamalarida koʻrish va oʻchirish mumkin.',
  myChoice: 'Mening tanlovim',
  copy: 'Kvitansiyani nusxalash',
  copied: 'Kvitansiya nusxalandi.',
  byHand: 'Brauzer bunga ruxsat bermadi. Kvitansiya belgilangan: undan shu yerda nusxa oling.',
  download: 'Kvitansiyani yuklab olish',
  downloaded: 'Yuklab olish boshlandi.',
  receipt: 'Kvitansiya',
  rights: 'Operator va huquqlaringiz',
  address: 'Manzil',
  registration: 'Roʻyxatdan oʻtish maʼlumotlari',
  withdraw: 'Rozilikni elektron pochta orqali qaytarib olish:',
  requests: 'Elektron pochta orqali boshqa murojaatlar:',
};
