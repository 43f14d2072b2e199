/** What is said at the end of the preferences: what is on the device, what has been answered, whom to write to. */
export interface DeviceMessages {
  /** Heading of what is there at this moment: `{count}`. */
  onDevice: string;
  /** Where none of the services has left anything. */
  nothingHere: string;
  /** Of a service that is granted. */
  mayReturn: string;
  /** Deletes what a service has left; its name follows. */
  erase: string;
  /** After that: `{names}`. */
  erased: string;
  /** After that, of what a script cannot delete: `{names}`. */
  remains: string;
  /** Heading of what we keep ourselves. */
  ownRecord: string;
  forget: string;
  /** What that does. */
  forgetText: string;
  /** What nobody has named in the config: `{count}`. */
  unlisted: string;
  /** What a page cannot see. */
  beyond: string;
  /** Heading of the visitor’s own answers. */
  myChoice: string;
  copy: string;
  copied: string;
  /** Where neither is allowed: the text stands below, selected. */
  byHand: string;
  download: string;
  downloaded: string;
  /** Name of that text. */
  receipt: string;
  /** Heading of whom to write to. */
  rights: string;
  /** Labels, as in the policy. */
  address: string;
  registration: string;
  /** Above subjects of letters. */
  withdraw: string;
  requests: string;
}
