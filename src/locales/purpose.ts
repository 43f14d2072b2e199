/**
 * What data is used for: a closed vocabulary, so that a question's fingerprint does not hang on a
 * translation and every locale must name each purpose.
 */
export type Purpose =
  | 'statistics'
  | 'behaviour'
  | 'session-replay'
  | 'advertising'
  | 'personalised-advertising'
  | 'tag-management'
  | 'media'
  | 'communication'
  | 'security'
  | 'preferences';
