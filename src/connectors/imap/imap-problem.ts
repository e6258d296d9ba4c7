import { type ImapFlowError, ImapFlowErrorCode } from 'imapflow';
import type { ConnectionProblem } from '#contract/connection-kinds.ts';
import { nameNetProblem } from '#services/connections/net-problems.ts';
import { ReaderProblem } from '#services/connections/reader.ts';

const codes = ImapFlowErrorCode;

const byCode: Readonly<Record<string, ConnectionProblem>> = {
  [codes.CONNECT_TIMEOUT]: 'too-slow',
  [codes.GREETING_TIMEOUT]: 'too-slow',
  [codes.UPGRADE_TIMEOUT]: 'too-slow',
  [codes.ETIMEOUT]: 'too-slow',
  [codes.LockTimeout]: 'too-slow',
  [codes.ETHROTTLE]: 'throttled',
  [codes.NoConnection]: 'cut-off',
  [codes.EConnectionClosed]: 'cut-off',
  [codes.StateLogout]: 'cut-off',
  [codes.ClosedAfterConnectText]: 'cut-off',
  [codes.ClosedAfterConnectTLS]: 'cut-off',
  [codes.UnexpectedTag]: 'garbage',
  [codes.InvalidResponse]: 'garbage',
  [codes.ResponseProcessingFailed]: 'garbage',
  [codes.STARTTLS_INJECTION]: 'garbage',
  [codes.COMPRESS_TRAILING_DATA]: 'garbage',
  [codes.MAX_IMAP_NESTING_REACHED]: 'garbage',
  [codes.LineTooLarge]: 'garbage',
  [codes.LiteralTooLarge]: 'garbage',
  [codes.ResponseTooLarge]: 'garbage',
  [codes.MissingServerExtension]: 'garbage',
};

/** What a server writes between brackets (RFC 3501, RFC 5530, and what large providers add). */
const byResponse: Readonly<Record<string, ConnectionProblem>> = {
  AUTHENTICATIONFAILED: 'wrong-password',
  AUTHORIZATIONFAILED: 'wrong-password',
  EXPIRED: 'wrong-password',
  PRIVACYREQUIRED: 'not-allowed',
  CONTACTADMIN: 'not-allowed',
  NOPERM: 'not-allowed',
  THROTTLED: 'throttled',
  LIMIT: 'throttled',
  UNAVAILABLE: 'throttled',
  INUSE: 'throttled',
  OVERQUOTA: 'server-trouble',
  SERVERBUG: 'server-trouble',
  CORRUPTION: 'server-trouble',
  NONEXISTENT: 'place-gone',
  TRYCREATE: 'place-gone',
};

/** Words of servers that write no code. */
const byWords: readonly (readonly [RegExp, ConnectionProblem])[] = [
  [/too many (?:simultaneous )?(?:connections|login)|rate limit|throttl|try again later|bandwidth/i, 'throttled'],
  [/temporar|internal (?:server )?error|unavailable/i, 'server-trouble'],
  [
    /plaintext (?:authentication|access) (?:is )?(?:disallowed|disabled)|(?:authenticated|login) (?:is )?disabled/i,
    'not-allowed',
  ],
  [
    /\bimap\b[^.]{0,20}(?:turned off|disabled|not enabled)|access[^.]{0,20}(?:turned off|disabled|not enabled)/i,
    'not-allowed',
  ],
  [/password[^.]{0,20}expired|authenticat\w+ fail|invalid (?:credentials|login)|login failed/i, 'wrong-password'],
];

type Told = Partial<ImapFlowError>;

/** Whatever went wrong with the mailbox, in the words of connections; `place` only where that alone is in trouble. */
export function makeImapProblem(error: unknown, place: string | null = null): ReaderProblem {
  if (error instanceof ReaderProblem) return error;
  const told: Told = error instanceof Error ? error : {};
  const problem = nameProblem(error, told);
  const isOfPlace =
    place !== null && (problem === 'place-gone' || told.responseStatus !== undefined) && !isOfAll(problem);
  const words = told.responseText ?? (typeof told.response === 'string' ? told.response : told.reason);
  return new ReaderProblem(problem, {
    cause: error,
    ...(words ? { detail: words } : {}),
    ...(isOfPlace ? { place } : {}),
  });
}

function isOfAll(problem: ConnectionProblem): boolean {
  return problem === 'throttled' || problem === 'wrong-password' || problem === 'cut-off';
}

function nameProblem(error: unknown, told: Told): ConnectionProblem {
  if (told.mailboxMissing === true || told.code === codes.NotFound) return 'place-gone';
  const words = [told.responseText, told.response, told.reason, error instanceof Error ? error.message : ''].join(' ');
  const coded = byResponse[told.serverResponseCode ?? ''];
  if (coded) return coded;
  const said = byWords.find(([pattern]) => pattern.test(words))?.[1];
  if (told.authenticationFailed) return said ?? 'wrong-password';
  if (said) return said;
  const net = nameNetProblem(error);
  if (net) return net;
  if (told.tlsFailed) return 'certificate';
  if (told.code?.startsWith('ParserError')) return 'garbage';
  const known = byCode[told.code ?? ''];
  if (known) return known;
  if (/Unsupported authentication mechanism/.test(words)) return 'not-allowed';
  if (/STARTTLS|greeting/i.test(words)) return 'garbage';
  return told.responseStatus === undefined ? 'garbage' : 'server-trouble';
}
