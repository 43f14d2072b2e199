import type {Problem} from './check.js';
import type {ReadConfig} from './read-json.js';

/** What is left of a label when marks, signs, spaces and what cannot be seen are taken away: a Hangul filler is a letter, too. */
const letters = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}|\P{L}/gu, '');

/** Letters that look like others, so that the Cyrillic ОК is an OK. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  __proto__: null as never,
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
  },
  ...{і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ο: 'o', α: 'a', ν: 'v', ρ: 'p'},
};
const looks = (word: string): string =>
  word.replace(/./gu, (letter) => LOOKALIKES[letter] ?? letter);

/**
 * What no honest label has: letters of two alphabets in a word, marks that turn the direction of what follows, a picture
 * that smiles at one of the answers.
 */
const MASKED =
  /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}|[\u202a-\u202e\u2066-\u2069]|\p{Extended_Pictographic}/u;

/** Letters of a label, so that both answers are in sight on the smallest screen: 320 × 256 px. */
const LONGEST = 60;

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
    'alright|close|continue|continue to site|continue to the site|cool|dismiss|done|fine|go|good|got it|great|I see|I understand|later|next|not now|ok|okay|proceed|skip|submit|sure|thanks|thank you|understood|x',
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

/** What a text must say, by its key: the first layer names who asks, what for, and who gets it. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  ask: ['{operator}', '{purposes}'],
  recipients: ['{vendors}'],
  abroad: ['{countries}'],
};

/** Texts that an owner has given the two answers, and that would not make them answers; and a first layer without its facts. */
export const unfair = ({config}: ReadConfig): Problem[] =>
  Object.entries((config as {texts?: unknown}).texts ?? {}).flatMap(([tag, texts]) => {
    const own = (texts ?? {}) as Readonly<Record<string, unknown>>;
    const problems: Problem[] = [];
    const textOf = (key: string) => (typeof own[key] === 'string' ? own[key] : undefined);
    const wrong = (key: string, what: string, found: unknown = own[key]) =>
      problems.push([`texts.${tag}.${key}`, what, found]);
    const said = (list: RegExp, label: string) =>
      list.test(letters(label)) || list.test(looks(letters(label)));
    for (const [yes, no] of [
      ['accept', 'reject'],
      ['acceptNew', 'rejectNew'],
    ] as const) {
      for (const key of [yes, no]) {
        const label = textOf(key);
        if (label === undefined) continue;
        const other = textOf(yes);
        if (said(VAGUE, label) || MASKED.test(label)) wrong(key, 'label');
        else if ([...label].length > LONGEST) wrong(key, 'short');
        else if (said(key === no ? YES : NO, label)) wrong(key, 'otherLabel');
        else if (
          key === no &&
          other !== undefined &&
          looks(letters(label)) === looks(letters(other)) &&
          !said(NO, label)
        )
          wrong(key, 'otherLabel');
      }
    }
    // What is called like an answer must be one.
    for (const key of ['settings', 'save', 'close']) {
      const label = textOf(key);
      if (label !== undefined && (said(YES, label) || said(NO, label))) wrong(key, 'otherLabel');
    }
    const [on, off] = ['on', 'off'].map((key) => textOf(key) ?? key);
    if (looks(letters(on!)) === looks(letters(off!)))
      wrong('on' in own ? 'on' : 'off', 'otherLabel');
    for (const [key, facts] of Object.entries(FACTS)) {
      const text = textOf(key);
      const left = text === undefined ? [] : facts.filter((fact) => !text.includes(fact));
      if (left[0]) wrong(key, 'facts', left);
    }
    return problems;
  });
