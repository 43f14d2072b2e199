/** Whether a text is an address that a document may link to: of the web, of the site, of a mailbox. */
export const isAddress = (href: string): boolean => /^(https?:|mailto:|\/(?![/\\]))/.test(href);
