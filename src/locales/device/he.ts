import type {DeviceMessages} from './messages.js';

/** Hebrew. The visitor is addressed without a gender. */
export const deviceMessages: DeviceMessages = {
  onDevice: 'כעת במכשיר זה ({count})',
  nothingHere: 'השירותים של אתר זה אינם שומרים כעת דבר במכשיר זה.',
  mayReturn: 'השירות מופעל ועשוי לשמור זאת שוב.',
  erase: 'מחיקה',
  erased: 'נמחקו: {names}.',
  remains: 'עדיין נמצאים: {names}.',
  ownRecord: 'הרישום של הבחירה שלך',
  forget: 'לשכוח את הבחירה שלי ולשאול שוב',
  forgetText: 'כל מה שאינו הכרחי ייכבה, והשאלה תוצג לך שוב.',
  unlisted: 'לא ברשימה של אתר זה: {count}',
  beyond:
    'קובצי Cookie של אתרים אחרים, וכאלה שרק שרת קורא, אינם נראים מכאן. אפשר לראות ולמחוק אותם בהגדרות הדפדפן.',
  myChoice: 'הבחירה שלי',
  copy: 'העתקת הקבלה',
  copied: 'הקבלה הועתקה.',
  byHand: 'הדפדפן לא אפשר זאת. הקבלה מסומנת: אפשר להעתיק אותה מכאן.',
  download: 'הורדת הקבלה',
  downloaded: 'ההורדה התחילה.',
  receipt: 'קבלה',
  rights: 'מפעיל האתר והזכויות שלך',
  address: 'כתובת',
  registration: 'רישום',
  withdraw: 'חזרה מההסכמה בדוא״ל:',
  requests: 'פניות אחרות בדוא״ל:',
};
