import type { Actor, Context } from '#services/context.ts';

/** Who asks decides the context; everything else in it is the house's. */
export type ContextFor = (actor: Actor) => Context;

/** What the door must be told; main fills it from the configuration, tests from their own. */
export interface HttpSettings {
  /** The address people type; links, cookies and origins follow from it, never from a request. */
  readonly publicUrl: string;
  readonly otherOrigins: readonly string[];
  /** Folder of the built web; absent in tests of the API alone. */
  readonly webFolder: string | null;
  readonly uploadFolder: string;
  readonly uploadMaxBytes: number;
  /** Addresses of proxies whose X-Forwarded-For is believed, for counting only. */
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export const defaultLimits = {
  uploadMaxBytes: 10 * 1024 ** 3,
  requestsPerMinute: 6_000,
  signInsPerMinute: 10,
} as const;
