/** The providers a permission can be asked of, from the environment. docs/operations.md says how to get an id and a secret. */
import type { OAuthProvider } from '#services/connections/oauth-provider.ts';

interface Named {
  readonly GOOGLE_CLIENT_ID?: string | undefined;
  readonly GOOGLE_CLIENT_SECRET?: string | undefined;
  readonly MICROSOFT_CLIENT_ID?: string | undefined;
  readonly MICROSOFT_CLIENT_SECRET?: string | undefined;
  readonly OAUTH_ISSUER?: string | undefined;
  readonly OAUTH_CLIENT_ID?: string | undefined;
  readonly OAUTH_CLIENT_SECRET?: string | undefined;
  readonly OAUTH_SCOPES: string;
}

export function listOAuthProviders(env: Named): OAuthProvider[] {
  const google = env.GOOGLE_CLIENT_ID;
  const microsoft = env.MICROSOFT_CLIENT_ID;
  const [issuer, other] = [env.OAUTH_ISSUER, env.OAUTH_CLIENT_ID];
  return [
    ...(google ? [{ ...googleProvider, clientId: google, clientSecret: env.GOOGLE_CLIENT_SECRET ?? null }] : []),
    ...(microsoft
      ? [{ ...microsoftProvider, clientId: microsoft, clientSecret: env.MICROSOFT_CLIENT_SECRET ?? null }]
      : []),
    ...(issuer && other
      ? [
          {
            ...{ id: 'oauth' as const, issuer, endpoints: null, clientId: other },
            clientSecret: env.OAUTH_CLIENT_SECRET ?? null,
            scopes: { imap: env.OAUTH_SCOPES, caldav: env.OAUTH_SCOPES },
            asks: { prompt: 'consent' },
          },
        ]
      : []),
  ];
}

type Provider = Omit<OAuthProvider, 'clientId' | 'clientSecret'>;

/** IMAP is opened by one scope alone, and CalDAV by that of the whole calendar. */
const googleProvider: Provider = {
  id: 'google',
  issuer: 'https://accounts.google.com',
  endpoints: {
    authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
  },
  scopes: { imap: 'https://mail.google.com/', caldav: 'https://www.googleapis.com/auth/calendar' },
  asks: { access_type: 'offline', prompt: 'consent' },
};

/** For accounts of any tenant; what it says of itself differs by tenant, so it is not asked. Microsoft has no CalDAV. */
const microsoftProvider: Provider = {
  id: 'microsoft',
  issuer: 'https://login.microsoftonline.com/common/v2.0',
  endpoints: {
    authorization: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  },
  scopes: { imap: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access' },
  asks: { prompt: 'select_account' },
};
