/** A cookie that a page's script sets. */
export interface MatrixCookie {
  readonly name: string;
  readonly path: string;
  /** Empty for one of this host alone. */
  readonly domain: string;
  /** The whole line for `document.cookie`. */
  readonly line: string;
}

/** Attributes that do not make another cookie, but that a deletion may have to name. */
export const ATTRIBUTES = {
  plain: '',
  secure: '; Secure',
  none: '; SameSite=None; Secure',
  strict: '; SameSite=Strict',
  partitioned: '; SameSite=None; Secure; Partitioned',
} as const;
export type Attribute = keyof typeof ATTRIBUTES;

/** Every domain that may carry cookies for this host: the registrable one and what is between. */
export function domainsFor(host: string, registrable: string): string[] {
  const labels = host.slice(0, -registrable.length).split('.').filter(Boolean);
  return labels.map((_, i) => [...labels.slice(i), registrable].join('.')).concat(registrable);
}

/** `/`, and each folder of a path with and without its last slash. */
export function pathsOf(path: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return [
    '/',
    ...parts.flatMap((_, i) => [
      `/${parts.slice(0, i + 1).join('/')}`,
      `/${parts.slice(0, i + 1).join('/')}/`,
    ]),
  ];
}

/** Hosts (this one, every parent) × paths × attributes, a name for each attribute. */
export function cookieMatrix(
  names: Readonly<Record<Attribute, string>>,
  domains: readonly string[],
  paths: readonly string[],
): MatrixCookie[] {
  return (Object.keys(ATTRIBUTES) as Attribute[]).flatMap((attribute) =>
    ['', ...domains].flatMap((domain) =>
      paths.map((path) => ({
        name: names[attribute],
        domain,
        path,
        line:
          `${names[attribute]}=1; Max-Age=86400; Path=${path}` +
          (domain && `; Domain=${domain}`) +
          ATTRIBUTES[attribute],
      })),
    ),
  );
}
