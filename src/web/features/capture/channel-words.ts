/** What kind of moment it was and whose move: "gebeld", "Ans belde", "langs geweest", "met over lunch". */
import type { Span } from './span.ts';

export type CaptureChannel = 'call' | 'video' | 'meeting' | 'visit' | 'mail' | 'chat';
export const captureChannels: readonly CaptureChannel[] = ['call', 'meeting', 'visit', 'video', 'mail', 'chat'];

export interface ChannelSaid {
  readonly channel: CaptureChannel;
  readonly from: 'ours' | 'theirs';
  readonly span: Span;
}

const edge = '(?<![\\p{L}\\d])';
const stop = '(?![\\p{L}\\d])';

/** `theirs`: said of them when a name or "she" stands before it, as in "Ans belde". */
const words: readonly { readonly channel: CaptureChannel; readonly pattern: string; readonly turns?: boolean }[] = [
  { channel: 'video', pattern: 'teams|zoom|videogesprek|videocall|video call|beeldgebeld|beeldbellen|google meet' },
  {
    channel: 'call',
    pattern:
      '(?:op|terug)?gebeld|telefonisch(?: gesproken)?|aan de (?:lijn|telefoon)|telefoontje|on the phone|phone call|call with',
  },
  {
    channel: 'call',
    pattern:
      'belde(?:n)?(?: (?:me|mij|ons|terug|op))?|called(?: (?:me|us|back))?|phoned(?: (?:me|us))?|rang(?: (?:me|us))?',
    turns: true,
  },
  {
    channel: 'visit',
    pattern: 'langs ?geweest|langs ?gegaan|bezocht|op bezoek(?: geweest)?|bezoek(?: aan| bij)?|visited',
  },
  {
    channel: 'visit',
    pattern:
      'kwam(?:en)? (?:even )?langs|langs ?gekomen|was (?:even )?(?:langs|hier)|came by|dropped by|stopped by|dropped in|was here',
    turns: true,
  },
  {
    channel: 'meeting',
    pattern:
      'afspraak(?: gehad)?|overleg(?: gehad)?|vergaderd|vergadering|gesproken|gesprek(?: gehad)?|geluncht|lunch|koffie (?:gedronken|gehad)|meeting|met with|met up with|spoke (?:to|with)|talked (?:to|with)|had (?:coffee|lunch)|coffee with',
  },
  { channel: 'mail', pattern: 'gemaild' },
  { channel: 'mail', pattern: 'mailde(?:n)?(?: (?:me|mij|ons|terug))?|e-?mailed(?: (?:me|us|back))?', turns: true },
  { channel: 'chat', pattern: "geappt|whatsapp|ge-?sms[’']?t|texted" },
  { channel: 'chat', pattern: 'appte(?:n)?(?: (?:me|mij|ons|terug))?', turns: true },
];

const byThem = /^\s*(?:door|by)(?![\p{L}])/iu;
const ours = /^(?:ik|wij|we|i|met|even|net|just|vandaag|gisteren|yesterday|today)$/iu;
const heeft = /(?<!\p{L})(?:heeft|hebben|has|have)\s*$/iu;

const denied = /(?<!\p{L})(?:niet|geen|nooit|not|never|didn['’]t|zonder|without)(?!\p{L})/iu;

export function findChannel(head: string, isEnglish: boolean): ChannelSaid | null {
  if (denied.test(head)) return null;
  for (const { channel, pattern, turns } of words) {
    const match = new RegExp(`${edge}(?:${pattern})${stop}`, 'iu').exec(head);
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const isTheirs = turns ? isSaidOfThem(head, span, match[0]) : isDoneByThem(head, span);
    return { channel, from: isTheirs ? 'theirs' : 'ours', span };
  }
  // In Dutch "met" is "with".
  const met = isEnglish ? /^(?:i |we )?met(?= )/i.exec(head) : null;
  return met ? { channel: 'meeting', from: 'ours', span: { start: 0, end: met[0].length } } : null;
}

/** "Ans belde", "she called us": somebody stands before it who is not us. "Belde Ans" is ours. */
function isSaidOfThem(head: string, { start, end }: Span, said: string): boolean {
  if (/ (?:me|mij|ons|us)$/i.test(said) || byThem.test(head.slice(end))) return true;
  const before = head.slice(0, start).trim().split(/\s+/).filter(Boolean);
  return before.length > 0 && !before.some((word) => ours.test(word));
}

/** "Gebeld door Ans", "Ans heeft gebeld". */
function isDoneByThem(head: string, { start, end }: Span): boolean {
  const before = head.slice(0, start);
  if (byThem.test(head.slice(end))) return true;
  return heeft.test(before) && !/^(?:ik|wij|we|i)(?!\p{L})/iu.test(before.trim());
}
