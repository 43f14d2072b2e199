/*
 * The check speaks English, as a console does. Here is what it says of a form in Russian; what is not here is shown as it was
 * said. A sentence is "expected …, got … (how to mend it)", or the reason of an advice with how to mend it.
 */

const EXPECTED = {
  __proto__: null,
  'a JSON object': 'объект JSON',
  'an object': 'объект',
  'a list': 'список',
  'a value': 'значение',
  'a text that is not empty': 'непустой текст',
  'an http(s) address': 'адрес http(s)',
  'an https address in full': 'полный адрес https',
  'a version of 1–32 letters, digits, "_", "." or "-"':
    'версия: от 1 до 32 букв, цифр и знаков «_», «.», «-»',
  'a day': 'день',
  'an e-mail address': 'адрес электронной почты',
  'a country code of two capital letters (ISO 3166-1)':
    'код страны из двух заглавных букв (ISO 3166-1)',
  '"auto" or a language tag': '«auto» или код языка',
  'a text that is not empty, or one per language': 'непустой текст, один или по одному на язык',
  'true or false': 'true или false',
  'a whole number of days from 1 to 365': 'целое число дней от 1 до 365',
  'a name, or the beginning of one followed by "*"': 'имя или начало имени и «*»',
  'an id of 1–40 lower-case letters, digits and "-"':
    'идентификатор: от 1 до 40 строчных букв, цифр и «-»',
  'a positive integer': 'целое положительное число',
  'a measurement id, "G-…"': 'идентификатор потока данных, «G-…»',
  'a container id, "GTM-…"': 'идентификатор контейнера, «GTM-…»',
  'a verb that agrees or refuses': 'глагол согласия или отказа',
  'another label than that of the other answer': 'другая подпись, чем у второго ответа',
  'a label of at most 60 letters': 'подпись не длиннее 60 букв',
  'a title, for this is none of necessary, functional, analytics and advertising':
    'название: это не одна из necessary, functional, analytics и advertising',
  'an id that is used once': 'идентификатор, который встречается один раз',
};

const FIXES = {
  __proto__: null,
  'this key is required': 'без этого нельзя',
  'write it, or remove the key': 'напишите его или уберите ключ',
  'write "/privacy" or "https://…"': 'напишите «/privacy» или «https://…»',
  'write "https://…" without user name or password':
    'напишите «https://…» без имени пользователя и пароля',
  'use the date of the policy, "2026-11-01"': 'подойдёт дата политики, «2026-11-01»',
  'write it as "2026-11-01"': 'напишите так: «2026-11-01»',
  'write it as "mail@example.com", or remove the key':
    'напишите так: «mail@example.com», или уберите ключ',
  'write "RU", "US", "DE"…': 'напишите «RU», «US», «DE»…',
  'write "ru", "en", "pt-BR"…': 'напишите «ru», «en», «pt-BR»…',
  'write "…" or {"en": "…", "ru": "…"}': 'напишите «…» или {"en": "…", "ru": "…"}',
  'write it without quotes, or leave it out for 182': 'напишите без кавычек или уберите: тогда 182',
  'write "_name" or "_name*"': 'напишите «_name» или «_name*»',
  'write it as "my-chat"': 'напишите так: «my-chat»',
  'write the number as it is, without quotes': 'напишите число как есть, без кавычек',
  'copy it from Google Analytics, Admin, Data streams':
    'скопируйте из Google Аналитики: Администратор, Потоки данных',
  'copy it from Tag Manager': 'скопируйте из Диспетчера тегов',
  "copy it from the vendor's own snippet, in quotes": 'скопируйте из кода самого сервиса',
  'write "Accept all", "Reject all" or the like: whoever clicks on this has said neither yes nor no':
    'например, «Принять все» и «Отклонить все»: нажатие на такую подпись не значит ни «да», ни «нет»',
  'write what it does: "Accept all" the one, "Reject all" the other':
    'напишите, что делает кнопка: одна «Принять все», другая «Отклонить все»',
  'shorten it: both answers must be in sight on the smallest screen':
    'сократите: оба ответа должны быть видны на самом маленьком экране',
  'write it where the name is to stand: who is asked must see it':
    'поставьте туда, где должно стоять имя: его должен видеть тот, кого спрашивают',
  'correct the spelling of the category, or give it a title':
    'исправьте имя категории или дайте ей название',
  'a service stands in one category, one that is written out stands there once, and none is called like a category':
    'сервис стоит в одной категории, описанный вами стоит там один раз, и ни один не назван как категория',
  'a site works without it: move it to the category it belongs to, where it is asked':
    'сайт работает и без него: перенесите в категорию, о которой спрашивают',
  'choose one of these': 'выберите что-то одно',
  // Of advice.
  'write its purposes': 'напишите цели',
  'write {"name": "…", "days": 30}, with 0 for until the browser is closed':
    'напишите {"name": "…", "days": 30}, где 0 значит «до закрытия браузера»',
  'write what is done with it, or use a key of the vocabulary':
    'напишите, что с ними делают, или возьмите ключ из словаря',
  'put it into a category of its own whose title says so, or switch the recording off at the vendor':
    'вынесите в отдельную категорию с говорящим названием или отключите запись у самого сервиса',
  'remove it where ours will do': 'уберите, если подходит наша',
  'see docs/texts.md for the names': 'имена перечислены в docs/texts.md',
  'write it': 'напишите',
  'write the day from which it holds': 'напишите день, с которого она действует',
};

const REASONS = [
  [
    /^"(.*)" does not say what the data is used for, .*$/s,
    '«$1» не говорит, зачем нужны данные, а согласие должно быть предметным (GDPR, ст. 4(11); 152-ФЗ, ч. 1 ст. 9)',
  ],
  [
    /^nothing says what this service is for; .*$/,
    'не сказано, для чего этот сервис; баннер назовёт вместо этого категорию',
  ],
  [
    /^a yes to "(.*)" is also one to the recording of sessions, .*$/,
    '«да» для «$1» означает и запись действий, а этого посетители не ждут',
  ],
  [
    /^the settings cannot say how long this cookie is kept, .*$/,
    'в настройках не сказать, сколько хранится этот cookie, а посетитель должен это знать (Суд ЕС, C-673/17)',
  ],
  [
    /^the label of an answer is yours; .*$/,
    'подпись ответа ваша; наши равны по длине и весу, и регуляторы их сравнивают',
  ],
  [
    /^there is no text of this name, .*$/,
    'текста с таким именем нет, поэтому он нигде не появится',
  ],
  [
    /^"(.*)" stands for something that is still to be written, .*$/s,
    '«$1» стоит вместо того, что ещё нужно написать, а посетитель должен знать, кто спрашивает',
  ],
  [
    /^this version holds from before it was published, .*$/,
    'версия действует раньше, чем опубликована, и узнать о ней заранее никто не мог',
  ],
];

const ABROAD =
  /^these services record data outside Russia\. .* write "crossBorder": true beside the service\. (.*)$/s;

const expectedIn = (what) =>
  EXPECTED[what] ??
  what
    .replace(/^a text of the form (.*)$/, 'текст вида $1')
    .replace(/^one of (?:the services )?(.*)$/s, 'что-то одно из: $1')
    .replace(/^a text with (.*)$/, 'текст, в котором есть $1')
    .replace(/^no (.*) under "necessary"$/, 'без $1 среди необходимых');

const fixIn = (fix) => {
  if (fix in FIXES) return FIXES[fix];
  const [, guess] = /^did you mean "(.*)"\?$/.exec(fix) ?? [];
  if (guess) return `может быть, «${guess}»?`;
  const [, said] = /^check commas, quotes and brackets; the browser says: (.*)$/s.exec(fix) ?? [];
  return said && `проверьте запятые, кавычки и скобки; браузер говорит: ${said}`;
};

/** @returns undefined where it is not known in Russian */
export function inRussian(text) {
  const [, services] = ABROAD.exec(text) ?? [];
  if (services)
    return `Эти сервисы записывают данные за пределами России. Часть 5 статьи 18 152-ФЗ запрещает сначала записывать данные граждан России за рубежом, статья 12 требует уведомить о передаче заранее. Если это улажено, отметьте это у сервиса. ${services}`;
  const [, reason, fix] = /^(.*?) \(([^()]*(?:\([^()]*\)[^()]*)*)\)$/s.exec(text) ?? [];
  const mend = fix && fixIn(fix);
  if (!mend) return undefined;
  const [, what, got] = /^expected (.*?)(?:, got (.*))?$/s.exec(reason) ?? [];
  if (what) {
    const expected = expectedIn(what);
    return expected === what
      ? undefined
      : `Нужно: ${expected}${got ? `; написано ${got}` : ''} (${mend})`;
  }
  const [pattern, words] = REASONS.find(([one]) => one.test(reason)) ?? [];
  return pattern && `${reason.replace(pattern, words)} (${mend})`;
}
