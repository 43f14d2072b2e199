/** What may stand inside: nothing where a condition does not hold. */
type Child = Node | string | false | undefined;

/**
 * Makes an element, for what is on screen too early to wait for lit (docs/decisions/011-banner-by-hand.md).
 * Texts become text, never markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}
