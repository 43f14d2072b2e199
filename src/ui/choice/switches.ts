type Answers = ReadonlyMap<string, boolean>;

const inputs = (inside: ParentNode, selector = 'input') => [
  ...inside.querySelectorAll<HTMLInputElement>(selector),
];

/** A part that is asked by itself, e.g. session replay, carries its service's id here. */
const isPart = (input: HTMLInputElement) => input.dataset['part'] !== undefined;

const idOf = ({dataset}: HTMLInputElement) => (dataset['category'] ?? dataset['service'])!;

/** Question id → position of its switch. */
export const read = (dialog: Element): Answers =>
  new Map(inputs(dialog).map((input) => [idOf(input), input.checked]));

/** Puts the switches as `read` has found them. */
export function write(dialog: Element, answers: Answers): void {
  for (const input of inputs(dialog)) input.checked = answers.get(idOf(input)) === true;
  mark(dialog);
}

/**
 * A switch has been moved: a category's moves those of its services, and theirs move the category's.
 * A part is never switched on by another switch, and never stays on without its service.
 */
export function settle({target}: Event): void {
  const moved = target as HTMLInputElement;
  const card = moved.closest('.card')!;
  const [category, ...others] = inputs(card);
  const services = others.filter((input) => !isPart(input));
  const parts = others.filter(isPart);
  const serviceOf = (part: HTMLInputElement) =>
    services.find((service) => idOf(service) === part.dataset['part'])!;

  if (moved === category) for (const service of services) service.checked = moved.checked;
  else if (isPart(moved) && moved.checked) serviceOf(moved).checked = true;
  for (const part of parts) part.checked &&= serviceOf(part).checked;
  if (services.length) category!.checked = services.every((service) => service.checked);
  mark(card);
}

/** Shows on a category's switch that some of its services are on and some are not. */
export function mark(inside: Element): void {
  for (const category of inputs(inside, '[data-category]')) {
    const services = inputs(category.closest('.card')!, '[data-service]:not([data-part])');
    const on = services.filter((service) => service.checked).length;
    category.indeterminate = !category.checked && on > 0;
    category.parentElement!.querySelector('.some')!.textContent = `${on}/${services.length}`;
  }
}
