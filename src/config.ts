import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { OAuthProvider } from '#services/connections/oauth-provider.ts';
import { listOAuthProviders } from './oauth-providers.ts';

const checkout = fileURLToPath(new URL('../', import.meta.url));
const roles = ['web', 'jobs'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const wholeNumber = (what: string, { from, to }: { from: number; to: number }) =>
  z
    .string()
    .regex(/^\d+$/, `${what} is a whole number`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `${what} lies between ${from} and ${to}`);

const environment = z.object({
  PORT: wholeNumber('a port', { from: 1, to: 65_535 }).default(4321),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'an address or host name, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  HECHT_DATA: z
    .string()
    .transform((path) => (isAbsolute(path) ? path : resolve(checkout, path)))
    .default(resolve(checkout, '.hecht')),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'a PostgreSQL address, such as postgres://user:password@host:5432/name',
    })
    .optional(),
  DATABASE_POOL: wholeNumber('the number of connections', { from: 2, to: 500 }).default(16),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'the address people type, such as https://crm.example.nl' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  HECHT_ROLES: z
    .string()
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles, `roles are ${roles.join(' and ')}, separated by a comma`)).min(1))
    .default([...roles]),
  HECHT_LOG: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('warn'),
  HECHT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'a time zone of the tz database, such as Europe/Amsterdam')
    .default('Europe/Amsterdam'),
  HECHT_SECRET: z.string().min(32, 'at least 32 random characters').optional(),
  HECHT_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').flatMap((address) => address.trim() || []))
    .default([]),
  HECHT_REQUESTS_PER_MINUTE: wholeNumber('the limit', { from: 60, to: 10_000_000 }).default(6_000),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'a mail server, such as smtps://name:password@mail.example.nl' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'who mail comes from, such as Hecht <hecht@example.nl>')
    .optional(),
  HECHT_ALSO_REACHABLE: z
    .string()
    .transform((text) => text.split(',').flatMap((host) => host.trim() || []))
    .pipe(
      z.array(z.string().regex(/^[\w.[\]:-]+:\d+$/, 'hosts with a port, such as 10.0.0.5:8080, separated by a comma')),
    )
    .default([]),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  OAUTH_ISSUER: z
    .url({ protocol: /^https?$/, error: 'the address a provider calls itself, such as https://login.example.nl' })
    .optional(),
  OAUTH_CLIENT_ID: z.string().optional(),
  OAUTH_CLIENT_SECRET: z.string().optional(),
  OAUTH_SCOPES: z.string().default('openid offline_access'),
  DROP_ADDRESS: z
    .string()
    .toLowerCase()
    .regex(
      /^[a-z\d._-]{1,20}@[a-z\d.-]+\.[a-z]{2,}$/,
      'an address such as drop@crm.example.nl, of at most 20 letters before the @',
    )
    .optional(),
  DROP_PORT: wholeNumber('a port', { from: 1, to: 65_535 }).optional(),
  DROP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'an address to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DROP_CERT: z.string().optional(),
  DROP_KEY: z.string().optional(),
  HECHT_UPLOAD_LIMIT_MB: wholeNumber('the limit', { from: 1, to: 1_000_000 }).default(10_240),
});

type Environment = z.infer<typeof environment>;

export type Config = {
  port: number;
  host: string;
  /** Uploads, keys and the embedded database. */
  dataDir: string;
  /** Set: any PostgreSQL >= 15. Not set: the embedded one under the data folder. */
  databaseUrl: string | undefined;
  databasePoolSize: number;
  /** From configuration and never from a request's headers. */
  publicUrl: string;
  roles: readonly (typeof roles)[number][];
  logLevel: (typeof logLevels)[number];
  timeZone: string;
  uploadLimitBytes: number;
  /** Signs session cookies; several machines on one database share it. Not set: kept in the data folder. */
  secret: string | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, for counting requests only. */
  trustedProxies: readonly string[];
  /** Where mail goes out, and whom it comes from; without either there is none. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Hosts near by, or on other ports, that the program may reach all the same. */
  alsoReachable: readonly string[];
  /** Where mail for drop addresses comes in; null: nowhere. */
  drop: {
    address: string;
    port: number;
    host: string;
    certificate: { cert: string; key: string } | null;
  } | null;
  /** For each user, or each address that is not signed in. */
  requestsPerMinute: number;
  /** Who can be asked for a permission to read a mailbox or agenda. */
  oauth: readonly OAuthProvider[];
};

/** Reads the whole environment at once; `--roles=web,jobs` on the command line wins over HECHT_ROLES. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  args: readonly string[] = process.argv.slice(2),
): Config {
  const parsed = environment.safeParse({ ...withoutEmpty(env), ...rolesFrom(args) });
  if (!parsed.success) throw new Error(explain(parsed.error));
  const { PORT, HOST, ...rest } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: rest.HECHT_DATA,
    databaseUrl: rest.DATABASE_URL,
    databasePoolSize: rest.DATABASE_POOL,
    publicUrl: rest.PUBLIC_URL ?? `http://${reachable(HOST)}:${PORT}`,
    roles: rest.HECHT_ROLES,
    logLevel: rest.HECHT_LOG,
    timeZone: rest.HECHT_TIME_ZONE,
    uploadLimitBytes: rest.HECHT_UPLOAD_LIMIT_MB * 1_048_576,
    secret: rest.HECHT_SECRET,
    trustedProxies: rest.HECHT_TRUSTED_PROXIES,
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    alsoReachable: rest.HECHT_ALSO_REACHABLE,
    drop: readDrop(rest),
    requestsPerMinute: rest.HECHT_REQUESTS_PER_MINUTE,
    oauth: listOAuthProviders(rest),
  };
}

/** Both, or there is none; a certificate with its key, or neither. */
function readDrop(
  rest: Pick<Environment, 'DROP_ADDRESS' | 'DROP_PORT' | 'DROP_HOST' | 'DROP_CERT' | 'DROP_KEY'>,
): Config['drop'] {
  const { DROP_ADDRESS: address, DROP_PORT: port, DROP_HOST: host, DROP_CERT: cert, DROP_KEY: key } = rest;
  if ((address === undefined) !== (port === undefined)) {
    throw new Error('The environment has a problem:\n  DROP_ADDRESS: DROP_ADDRESS and DROP_PORT go together');
  }
  if ((cert === undefined) !== (key === undefined)) {
    throw new Error('The environment has a problem:\n  DROP_CERT: DROP_CERT and DROP_KEY go together');
  }
  if (address === undefined || port === undefined) return null;
  return { address, port, host, certificate: cert && key ? { cert, key } : null };
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
  return `The environment has ${lines.length === 1 ? 'a problem' : `${lines.length} problems`}:\n${lines.join('\n')}`;
}

/** An empty variable, as in a compose file with nothing filled in, counts as not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function rolesFrom(args: readonly string[]): { HECHT_ROLES?: string } {
  const given = args.find((argument) => argument.startsWith('--roles='))?.slice('--roles='.length);
  return given === undefined ? {} : { HECHT_ROLES: given };
}

/** A listening address that means "every address" is none a browser can open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
