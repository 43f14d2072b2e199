import type {Choice} from '../../decision/choice.js';
import type {Messages} from '../../locales/messages.js';

/** What a template needs to know: what to say, and in which words. */
export interface View {
  readonly choice: Choice;
  readonly messages: Messages;
  /** Tag of the messages' language. */
  readonly language: string;
}
