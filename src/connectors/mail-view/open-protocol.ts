/** What travels between the server and the process that opens mails. Plain data only. */
export type OpenTask =
  | { readonly type: 'open'; readonly raw: Uint8Array; readonly withRemote: boolean }
  | { readonly type: 'file'; readonly raw: Uint8Array; readonly at: number }
  | {
      readonly type: 'read';
      readonly raw: Uint8Array;
      readonly ownAddresses: readonly string[];
      readonly nowMs: number;
    };

export interface OpenAnswer {
  /** Null: it could not be done. */
  readonly result: unknown;
}
