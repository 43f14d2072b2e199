import type {Problem} from './check.js';
import type {ReadConfig} from './read-json.js';

/**
 * What does not say that somebody agrees or refuses, by whole labels: a click on it is no consent.
 * EDPB Guidelines 03/2022 ("conflicting information", "ambiguous wording"); 152-FZ art. 9(1): consent is unambiguous.
 */
const VAGUE =
  /^(ok(ay)?|o\.k\.|got it|i (see|understand)|understood|continue|proceed|next|close|dismiss|fine|sure|great|thanks?|later|not now|skip|x|×|✓|ок|окей|хорошо|понятно|ясно|понял|продолжить|далее|дальше|закрыть|скрыть|позже|не сейчас|пропустить|спасибо|verstanden|weiter|schließen|alles klar|später|compris|j’ai compris|j'ai compris|continuer|fermer|plus tard|entendido|continuar|cerrar|capito|continua|chiudi|percebi|fechar|rozumiem|dalej|zamknij|tamam|anladım|devam|kapat|зрозуміло|продовжити|закрити|зразумела|түсінікті|жалғастыру|tushunarli|davom etish|知道了|继续|关闭|حسنًا|متابعة|إغلاق|הבנתי|המשך|סגור)[.!…]?$/iu;

/** Labels that an owner has given the two answers, and that would not make them answers. */
export const unfair = ({config}: ReadConfig): Problem[] =>
  Object.entries((config as {texts?: unknown}).texts ?? {}).flatMap(([tag, texts]) => {
    const own = texts as Readonly<Record<string, unknown>> | null;
    const problems: Problem[] = [];
    for (const [accept, reject] of [
      ['accept', 'reject'],
      ['acceptNew', 'rejectNew'],
    ] as const) {
      for (const key of [accept, reject]) {
        const label = own?.[key];
        if (typeof label === 'string' && VAGUE.test(label.trim()))
          problems.push([`texts.${tag}.${key}`, 'label', label]);
      }
      if (own?.[accept] !== undefined && own[accept] === own[reject])
        problems.push([`texts.${tag}.${reject}`, 'otherLabel', own[reject]]);
    }
    return problems;
  });
