import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {StorageEntry} from '../../config/config.js';
import type {StoredItem, UnreachableItem} from '../../services/service.js';
import {duration} from '../shared/duration.js';
import {localized} from '../shared/localized.js';
import type {View} from '../shared/view.js';

/** Ours, or as an owner writes it: in the short form the name alone. */
export type Item = StoredItem | StorageEntry | string;

/** What a service leaves in the browser. */
export interface Stored {
  readonly cookies?: readonly Item[];
  readonly storage?: readonly Item[];
  readonly unreachable?: readonly UnreachableItem[];
}

/** What a service leaves in the browser, and for how long; nothing where it leaves nothing. */
export function storedTable(
  {cookies = [], storage = [], unreachable = []}: Stored,
  view: View,
): TemplateResult | typeof nothing {
  const {messages} = view;
  const row = (item: Item, kind: string, unknown = '—') => {
    const {
      name,
      purpose,
      days = null,
    } = typeof item === 'string' ? ({name: item} as StorageEntry) : item;
    return html`<tr>
      <th scope="row">
        <code>${parts(name)}</code
        >${purpose ? html`<br />${localized(purpose, view.language)}` : nothing}
      </th>
      <td>${kind}</td>
      <td>${days === null ? unknown : duration(days, view)}</td>
    </tr>`;
  };
  const group = (
    rows: readonly TemplateResult[],
    heading: TemplateResult | typeof nothing = nothing,
  ) =>
    rows[0]
      ? html`<tbody>
          ${heading}${rows}
        </tbody>`
      : nothing;
  return cookies.length + storage.length + unreachable.length
    ? html`<details>
        <summary>${messages.stored}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${messages.name}</th>
              <th scope="col">${messages.kind}</th>
              <th scope="col">${messages.keptFor}</th>
            </tr>
          </thead>
          ${group([
            ...cookies.map((item) => row(item, messages.cookie)),
            ...storage.map((item) => row(item, messages.storage, messages.unlimited)),
          ])}
          ${group(
            unreachable.map((item) => row(item, `${messages.cookie}, ${item.where}`)),
            html`<tr>
              <th scope="rowgroup" colspan="3">${messages.unreachable}</th>
            </tr>`,
          )}
        </table>
      </details>`
    : nothing;
}

/** A name that may be broken after its marks, so that it need not be within a word. */
const parts = (name: string) =>
  name.match(/[\W_]*[^\W_]*[\W_]*/g)!.map((part) => html`${part}<wbr />`);
