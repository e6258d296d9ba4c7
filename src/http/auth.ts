/** better-auth on our own tables: e-mail and password, sessions in the database, API keys. Accounts are made by services only. */
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#store/database.ts';

export interface AuthOptions {
  readonly db: Db;
  readonly secret: string;
  /** The address people type, from configuration, never from a request. */
  readonly publicUrl: string;
  /** Other addresses of this same house, e.g. localhost beside 127.0.0.1. */
  readonly otherOrigins: readonly string[];
  readonly log: (level: 'error' | 'warn', message: string) => void;
}

const dayS = 86_400;

export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: 'Hecht',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [options.publicUrl, ...options.otherOrigins],
    telemetry: { enabled: false },
    // The door counts for itself, by address and by account (rate-limits.ts).
    rateLimit: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => {
        if (level === 'error' || level === 'warn') options.log(level, message);
      },
    },
    database: { db: options.db, type: 'postgres', transaction: true },
    advanced: {
      database: { generateId: () => uuidv7() },
      cookiePrefix: 'hecht',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      modelName: 'sessions',
      expiresIn: 30 * dayS,
      updateAge: dayS,
      fields: columns('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
    },
    user: {
      modelName: 'users',
      fields: columns('emailVerified', 'createdAt', 'updatedAt'),
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'member' },
        locale: { type: 'string', input: false, defaultValue: 'nl' },
        partyId: { type: 'string', input: false, required: false, fieldName: 'party_id' },
        removedAt: { type: 'date', input: false, required: false, fieldName: 'removed_at' },
      },
    },
    account: {
      modelName: 'accounts',
      fields: columns(
        ...(['userId', 'accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken', 'createdAt'] as const),
        ...(['accessTokenExpiresAt', 'refreshTokenExpiresAt', 'updatedAt'] as const),
      ),
    },
    verification: { modelName: 'verifications', fields: columns('expiresAt', 'createdAt', 'updatedAt') },
    databaseHooks: { session: { create: { before: (session) => refuseRemoved(options.db, session.userId) } } },
    plugins: [
      apiKey({
        rateLimit: { enabled: false },
        defaultPrefix: 'hecht_',
        requireName: true,
        enableMetadata: false,
        schema: { apikey: { modelName: 'api_keys', fields: apiKeyColumns } },
      }),
    ],
  });
}
/** Whose access ended keeps a row, because history points to it; it opens nothing, and says no more than a wrong password. */
async function refuseRemoved(db: Db, userId: string): Promise<void> {
  const user = await db.selectFrom('users').select('removed_at').where('id', '=', userId).executeTakeFirst();
  if (user && user.removed_at === null) return;
  throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });
}

export type Auth = ReturnType<typeof createAuth>;

const apiKeyColumns = columns(
  ...(['configId', 'referenceId', 'refillInterval', 'refillAmount', 'lastRefillAt', 'rateLimitEnabled'] as const),
  ...(['rateLimitTimeWindow', 'rateLimitMax', 'requestCount', 'lastRequest', 'expiresAt'] as const),
  ...(['createdAt', 'updatedAt'] as const),
);

/** Its camelCase fields are our snake_case columns. */
function columns<const N extends string>(...names: N[]): Record<N, string> {
  const pairs = names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]);
  return Object.fromEntries(pairs) as Record<N, string>;
}
