/** Every route of better-auth that is open, by hand; what is not in this table answers 404. */

export interface AuthRoute {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  /** Public: answers without a session. */
  readonly access: 'public' | 'user';
  readonly summary: string;
}

export const authRoutes: readonly AuthRoute[] = [
  { method: 'POST', path: '/sign-in/email', access: 'public', summary: 'Sign in with e-mail and password' },
  { method: 'POST', path: '/sign-out', access: 'public', summary: 'End this session' },
  { method: 'GET', path: '/get-session', access: 'public', summary: 'Who is signed in; null when nobody is' },
  { method: 'GET', path: '/list-sessions', access: 'user', summary: 'Your sessions' },
  { method: 'POST', path: '/revoke-session', access: 'user', summary: 'End one of your sessions' },
  { method: 'POST', path: '/revoke-other-sessions', access: 'user', summary: 'End all your sessions but this one' },
  { method: 'POST', path: '/change-password', access: 'user', summary: 'Change your password' },
  { method: 'POST', path: '/api-key/create', access: 'user', summary: 'Make an API key; shown once' },
  { method: 'GET', path: '/api-key/list', access: 'user', summary: 'Your API keys, without their secret' },
  { method: 'POST', path: '/api-key/delete', access: 'user', summary: 'End an API key' },
];
