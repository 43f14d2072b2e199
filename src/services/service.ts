import type {LocalizedText} from '../config/config.js';
import type {Shape} from '../config/schema.js';
import type {Purpose} from '../locales/purpose.js';

/** What a service may use of the page. The hall hands it out; a service imports no gate. */
export interface Page {
  /** Whether a category, service or sub-question is granted at this moment; undefined for an id that is not asked. */
  has(id: string): boolean | undefined;
  /**
   * Inserts a script once per page life, through the URL policy.
   * @param url an absolute https URL on one of the service's declared `hosts`
   * @param ordered run after the ordered ones before it
   */
  insertScript(url: string, ordered?: boolean): void;
  /** Ends what goes on until the gate is stopped. */
  readonly signal: AbortSignal;
  /** True while what is granted was granted before this page: what it has said so far may be sent. */
  readonly early?: boolean;
}

/** One configured entry of a service: its parameters as the owner wrote them. */
export type Settings = Readonly<Record<string, unknown>> & {
  readonly service: string;
  readonly purposes?: readonly string[];
  readonly scriptUrl?: string;
  readonly spa?: boolean;
  readonly consentMode?: {readonly ask?: readonly string[]};
  readonly options?: Readonly<Record<string, unknown>>;
};

/**
 * What every visitor's page needs of a service: what it may load and leave, how to start and stop it.
 * Nothing here runs before its question is granted except `guard`.
 */
export interface Service {
  readonly id: string;
  /**
   * Of the questions about a service of the register; raised by hand when its vendor, country or
   * purposes change, so that visitors are asked again. A service that is written out has none.
   */
  readonly revision?: number;
  /** What its entry makes of the question, such as the country of a host of the owner's own: another is asked anew. */
  readonly variant?: string;
  /** Hosts its scripts may come from; `*.` at the start stands for any subdomain. */
  readonly hosts: readonly string[];
  /**
   * Names of the cookies and web storage it may leave, as one regular expression of whole names. A broad one:
   * it misses none, and what it finds is looked at closely by `leaves.ts`.
   */
  readonly traces?: string;
  /** What is said of it and what it leaves, in a file of its own; of the core's services others have these. */
  readonly facts?: ServiceFacts;
  readonly details?: Omit<ServiceDetails, 'id'>;
  /** More of its parameters than `facts` has. */
  readonly parameters?: ServiceFacts['parameters'];
  /** True where its owner has it load before anybody has answered: what is granted it is told. */
  readonly ahead?: boolean;
  /** True when a withdrawal must load the page anew: what runs cannot be stopped in place. */
  readonly reload?: boolean;
  /** Ids of the parts that these settings make a question of their own, e.g. `yandex-metrica:webvisor`. */
  parts?(settings: Settings): readonly string[] | false | undefined;
  /** Runs at the start, granted or not: makes the page's own calls harmless while there is no grant. */
  guard?(): void;
  /** Runs at each grant; `settings` has one entry per configured counter. */
  load?(settings: readonly Settings[], page: Page): void;
  /** Runs at a withdrawal, before the sweep. */
  stop?(settings: readonly Settings[], page: Page): void;
  /** Runs while granted, when the answer to another question has changed. */
  update?(settings: readonly Settings[], page: Page): void;
}

/** A service with a file of its own: all that is known of it stands there. */
export type CatalogueService = Service & Required<Pick<Service, 'revision' | 'facts' | 'details'>>;

/** The file of a service that is not in the core, or of one whose entry asks for more than is there. */
export interface ServiceFile {
  /**
   * @param entry the first that names it, not checked yet
   * @param register the services of the core, by id
   * @param mentioned all entries of the config, not checked either
   */
  service(
    entry: object,
    register: ReadonlyMap<string, Service>,
    mentioned: readonly (object | null | undefined)[],
  ): Service;
}

/** What a service leaves in the browser, as regular expressions of whole names. */
export interface Leaves {
  /** Of first-party cookies. */
  readonly cookies?: string;
  /** Of entries in localStorage and sessionStorage. */
  readonly storage?: string;
}

/** What is said of a service of the register wherever it is asked about or checked. */
export interface ServiceFacts {
  readonly name: LocalizedText;
  /** The company behind it. */
  readonly vendor: string;
  /** ISO 3166-1 alpha-2 code of the country where the vendor records the data. */
  readonly country: string;
  /** Where it belongs; what is not functional cannot stand under `necessary`. */
  readonly category: 'functional' | 'analytics' | 'advertising';
  readonly purposes: readonly Purpose[];
  /** Purposes of its parts, by the whole id. */
  readonly parts?: Readonly<Record<string, readonly Purpose[]>>;
  /**
   * Its own parameters, required where the name ends with `!`: each a kind of config/schema.ts or the regular
   * expression of a whole text.
   */
  readonly parameters?: Readonly<Record<string, Shape>>;
}

/** One cookie or storage entry as the preferences and the policy describe it. */
export interface StoredItem {
  /** The name, or its beginning followed by `*`; `#` stands for a digit. */
  readonly name: string;
  /** Lifetime in days; 0 = until the browser closes; null = unknown or without end. */
  readonly days: number | null;
  readonly purpose?: LocalizedText;
}

/** A cookie that no script of the page can delete; the visitor can, in the browser's own settings. */
export interface UnreachableItem extends StoredItem {
  /** The vendor's own domain, or `HttpOnly` for a cookie of the site that a server has set. */
  readonly where: string;
}

/** What only the preferences need of a service; loaded with them. */
export interface ServiceDetails {
  readonly id: string;
  /** The vendor's privacy policy; null where none is known. */
  readonly policyUrl: string | null;
  readonly cookies: readonly StoredItem[];
  readonly storage: readonly StoredItem[];
  readonly unreachable?: readonly UnreachableItem[];
}

/** What a Content-Security-Policy must let pass: sources by directive, `{'script-src': 'https://mc.yandex.ru'}`. */
export type CspSources = Readonly<Record<string, string>>;
