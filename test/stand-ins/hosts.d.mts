export const hosts: readonly string[];
export function isVendorHost(host: string): boolean;
