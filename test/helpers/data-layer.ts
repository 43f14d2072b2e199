/** The page's `dataLayer`, readable: commands as lists, objects as they are. */
export const dataLayer = (): unknown[] =>
  ((globalThis as {dataLayer?: unknown[]}).dataLayer ?? []).map((item) =>
    String(item) === '[object Arguments]' ? [...(item as unknown[])] : item,
  );
