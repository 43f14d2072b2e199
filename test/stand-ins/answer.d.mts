export interface StandInRequest {
  url: string;
  method?: string;
  /** The request's `Origin` header, where there is one. */
  origin?: string | null;
}

export interface StandInReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export function answer(
  request: StandInRequest,
  read: (file: string) => string | Promise<string>,
): Promise<StandInReply | null>;
