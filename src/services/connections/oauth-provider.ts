/** Where a mailbox or agenda is opened with a permission instead of a password, as the configuration names them. */

export interface OAuthProvider {
  /** As settings name it under `signIn`. */
  readonly id: 'google' | 'microsoft' | 'oauth';
  readonly issuer: string;
  /** Known beforehand where a provider's description of itself does not say what it does; null: asked of the issuer. */
  readonly endpoints: { readonly authorization: string; readonly token: string } | null;
  readonly clientId: string;
  /** Null: a public client, by PKCE alone. */
  readonly clientSecret: string | null;
  /** The least that reading, and planning, takes; a kind that is not here cannot be opened this way. */
  readonly scopes: Readonly<Partial<Record<'imap' | 'caldav', string>>>;
  /** What else this provider must be asked so that the permission lasts. */
  readonly asks: Readonly<Record<string, string>>;
}
