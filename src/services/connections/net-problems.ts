/** What the errors of sockets, TLS and names mean, for whoever talks to another server. */
import type { ConnectionProblem } from '#contract/connection-kinds.ts';

const byCode: Readonly<Record<string, ConnectionProblem>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EAI_NONAME: 'unknown-host',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'too-slow',
  ECONNRESET: 'cut-off',
  ECONNABORTED: 'cut-off',
  EPIPE: 'cut-off',
  EPROTO: 'garbage',
  HPE_INVALID_CONSTANT: 'garbage',
};
const certificate =
  /^(CERT_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH|ERR_SSL_)/;
/** Causes hang on causes; deeper than this nobody looks. */
const mostCauses = 5;

/** Null: not an error of the net. */
export function nameNetProblem(error: unknown): ConnectionProblem | null {
  let cause: unknown = error;
  for (let depth = 0; depth < mostCauses && cause instanceof Error; depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (certificate.test(code)) return 'certificate';
    if (code.startsWith('HPE_')) return 'garbage';
    const known = byCode[code];
    if (known) return known;
    if (cause.message === 'socket hang up') return 'cut-off';
    cause = cause.cause;
  }
  return null;
}
