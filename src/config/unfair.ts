import type {Problem} from './check.js';
import type {ReadConfig} from './read-json.js';

/** What is left of a label when marks, signs, spaces and what cannot be seen are taken away. */
const letters = (label: string): string =>
  label.normalize('NFKD').toLowerCase().replace(/\P{L}/gu, '');

/** Finds one of these words, or with `*` any number of them and nothing else. */
const oneOf = (lists: readonly string[], times = ''): RegExp =>
  RegExp(
    `^(${lists
      .flatMap((list) => list.split('|'))
      .map(letters)
      .join('|')})${times}$`,
    'u',
  );

/**
 * What says neither that somebody agrees nor that somebody refuses: a click on it is no consent, nor is one on
 * several of these, or on no word at all.
 * EDPB Guidelines 03/2022 ("conflicting information", "ambiguous wording"); 152-FZ art. 9(1): consent is unambiguous.
 */
const VAGUE = oneOf(
  [
    'alright|close|continue|cool|dismiss|done|fine|go|got it|great|I see|I understand|later|next|not now|ok|okay|proceed|skip|submit|sure|thanks|thank you|understood|x',
    'все|готово|далее|дальше|закрыть|ладно|не сейчас|ок|окей|отлично|позже|понимаю|понятно|понял|поняла|продолжить|пропустить|скрыть|спасибо|хорошо|я|ясно',
    'гаразд|далі|добре|зрозумів|зрозуміла|зрозуміло|продовжити|закрити|далей|добра|закрыць|зразумела|працягнуць|жабу|жақсы|түсінікті|жалғастыру',
    'tushunarli|davom etish|yaxshi|yopish|anladım|anladim|devam|devam et|kapat|tamam|dalej|dobrze|kontynuuj|rozumiem|zamknij',
    'alles klar|fortfahren|ich verstehe|in ordnung|schließen|schliessen|später|verstanden|weiter|compris|continuer|fermer|j’ai compris|plus tard',
    'cerrar|continuar|entendido|entiendo|vale|chiudi|continua|continuare|capito|ho capito|prosegui|va bene|entendi|fechar|percebi',
    '好|好的|关闭|明白|明白了|知道了|我|确定|继续|حسنًا|متابعة|إغلاق|فهمت|הבנתי|המשך|סגור|סגירה|בסדר',
    'ayarlar|configurar|einstellungen|personalizar|personalizza|personnaliser|preferences|settings|sozlash|ustawienia',
    'баптау|наладзіць|налаштувати|настройки|настроить|הגדרות|الإعدادات|设置',
  ],
  '*',
);

/** What the yes and the no are called by us, in every language: no name for the other one. */
const YES = oneOf([
  'accept|accept all|agree|allow|allow all|I agree|yes|accepter|tout accepter|accetta|accetta tutto|aceitar|aceitar tudo',
  'aceptar|aceptar todo|akzeptieren|alle akzeptieren|qabul qilish|hammasini qabul qilish|kabul et|tümünü kabul et',
  'zaakceptuj|zaakceptuj wszystkie|принять|принять все|согласен|согласна|прийняти|прийняти всі|прыняць|прыняць усе',
  'қабылдау|бәрін қабылдау|לאשר|לאשר הכול|قبول|قبول الكل|接受|全部接受',
]);
const NO = oneOf([
  'decline|decline all|deny|deny all|no|refuse|reject|reject all|refuser|tout refuser|rifiuta|rifiuta tutto|rejeitar|rejeitar tudo',
  'rechazar|rechazar todo|ablehnen|alle ablehnen|rad etish|hammasini rad etish|reddet|tümünü reddet|odrzuć|odrzuć wszystkie',
  'отказаться|отклонить|отклонить все|не согласен|не согласна|відхилити|відхилити всі|адхіліць|адхіліць усе',
  'бас тарту|бәрінен бас тарту|לדחות|לדחות הכול|رفض|رفض الكل|拒绝|全部拒绝',
]);

/** Labels that an owner has given the two answers, and that would not make them answers. */
export const unfair = ({config}: ReadConfig): Problem[] =>
  Object.entries((config as {texts?: unknown}).texts ?? {}).flatMap(([tag, texts]) => {
    const own = texts as Readonly<Record<string, unknown>> | null;
    const problems: Problem[] = [];
    for (const keys of [
      ['accept', 'reject'],
      ['acceptNew', 'rejectNew'],
    ]) {
      const labels = keys.map((key) => own?.[key]);
      const said = labels.map((label) => (typeof label === 'string' ? letters(label) : undefined));
      const wrong = (i: number, what: string) =>
        problems.push([`texts.${tag}.${keys[i]}`, what, labels[i]]);
      said.forEach((word, i) => {
        if (word === undefined) return;
        if (VAGUE.test(word)) wrong(i, 'label');
        else if ((i ? YES : NO).test(word) || (i && word === said[0] && !NO.test(word)))
          wrong(i, 'otherLabel');
      });
    }
    return problems;
  });
