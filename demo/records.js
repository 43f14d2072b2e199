/*
 * Lists what the receiver has taken, and verifies it: each text by its own hash, and each record by the chain.
 */

const WORDS = {
  en: {
    none: 'No record yet: answer the banner, and look again.',
    down: 'The records cannot be had.',
    good: (count) => `${count} in all, newest first. Every hash is right.`,
    bad: (count) => `${count} do not match: something has been changed since.`,
    right: 'Hashes are right',
    wrong: 'Does not match',
    forgotten: 'Forgotten: nothing is answered any more',
    policy: 'Policy',
    granted: {true: 'yes', false: 'no', null: 'not answered'},
    methods: {ui: 'by a person', synthetic: 'by a tool', api: 'by a call'},
    head: ['Question', 'Answer', 'Text that was shown'],
  },
  ru: {
    none: 'Записей пока нет: ответьте баннеру и обновите список.',
    down: 'Записи получить не удалось.',
    good: (count) => `Всего: ${count}, новые сверху. Все хеши верны.`,
    bad: (count) => `Не сходится: ${count}. Что-то изменили после отправки.`,
    right: 'Хеши верны',
    wrong: 'Не сходится',
    forgotten: 'Выбор забыт: ответов больше нет',
    policy: 'Политика',
    granted: {true: 'да', false: 'нет', null: 'нет ответа'},
    methods: {ui: 'человеком', synthetic: 'программой', api: 'вызовом'},
    head: ['Вопрос', 'Ответ', 'Показанный текст'],
  },
};

const sha256 = async (text) =>
  Array.from(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    (byte) => byte.toString(16).padStart(2, '0'),
  ).join('');

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** Whether an entry is what was sent: its place in the chain, and the text of each question. */
async function isRight({received, body, hash}, before) {
  if ((await sha256((before?.hash ?? '') + received + body)) !== hash) return false;
  for (const {text, sha256: claimed} of JSON.parse(body).answers)
    // Plain http calculates none.
    if (text !== null && claimed !== null && (await sha256(text)) !== claimed) return false;
  return true;
}

function row({id, granted, text, language}, words) {
  return element(
    'tr',
    {},
    element('th', {scope: 'row'}, element('code', {}, id)),
    element('td', {}, words.granted[granted]),
    element('td', {lang: language}, text ?? '—'),
  );
}

function card({body}, right, words, language) {
  const record = JSON.parse(body);
  const at = new Date(record.consentTimestamp * 1000);
  const time = new Intl.DateTimeFormat(language, {dateStyle: 'long', timeStyle: 'medium'});
  const about = record.method
    ? [words.methods[record.method], record.language, `${words.policy} ${record.policyVersion}`]
    : [words.forgotten];
  return element(
    'article',
    {class: 'card record', 'data-id': record.consentReceiptID},
    element(
      'h2',
      {},
      element('time', {datetime: at.toISOString()}, time.format(at)),
      ' ',
      element('span', {class: right ? 'seal' : 'seal broken'}, right ? words.right : words.wrong),
    ),
    element('p', {}, about.join(' · ')),
    element(
      'div',
      {class: 'table', tabindex: '0', role: 'group', 'aria-label': words.head[2]},
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...words.head.map((text) => element('th', {scope: 'col'}, text))),
        ),
        element('tbody', {}, ...record.answers.map((answer) => row(answer, words))),
      ),
    ),
  );
}

async function show() {
  const language = document.documentElement.lang;
  const words = WORDS[language] ?? WORDS.en;
  const verdict = document.querySelector('#verdict');
  const list = document.querySelector('#records');
  let entries;
  try {
    entries = await (await fetch('/consent-records')).json();
  } catch {
    verdict.textContent = words.down;
    return;
  }
  const right = await Promise.all(entries.map((entry, i) => isRight(entry, entries[i - 1])));
  const wrong = right.filter((one) => !one).length;
  list.replaceChildren(
    ...entries.map((entry, i) => card(entry, right[i], words, language)).reverse(),
  );
  verdict.textContent = !entries.length
    ? words.none
    : wrong
      ? words.bad(wrong)
      : words.good(entries.length);
}

document.querySelector('#look').addEventListener('click', show);
// Its language is switched in the page.
new MutationObserver(show).observe(document.documentElement, {attributeFilter: ['lang']});
show();
