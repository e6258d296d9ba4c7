import { makeStorable } from '../storable-text.ts';

const maxTextLength = 60_000;
/** No heading, attribution or signature line is longer; what is, is not held against the patterns (some retry at every space). */
const maxTestedLength = 400;

/** "-----Original Message-----" and its kin: from here on the text is somebody else's. */
const forwardBar =
  /^[\s>*_]*-{2,}\s*(?:original (?:message|appointment)|oorspronkelijk(?:e)? (?:bericht|e-?mail|afspraak)|forwarded (?:message|by)|doorgestuurd bericht|urspr(?:ü|ue)ngliche nachricht|message d'origine|reply message|antwoord)/i;
const headingFrom = /^[\s>*]*(?:van|from|von|de|afzender)\s*\*?\s*:\s*\*?\s*\S/i;
const headingSent = /^[\s>*]*(?:verzonden|verstuurd|sent|datum|date|gesendet|envoyé|aan|to)\s*\*?\s*:/i;
const appleForward = /^\s*(?:begin doorgestuurd bericht|begin forwarded message|start of forwarded message)\s*:/i;

const attributionEnd = /(?:schreef|wrote|geschreven|a écrit|schrieb|writes|said)\b[^:]{0,80}:\s*$/i;
const attributionStart =
  /^\s*(?:op|on|le|am|in)\b.*\d|^\s*\S.{0,120}\b(?:schreef|wrote|writes|said)\b|^\s*\d{4}[-/.]\d/i;

const closing =
  /^\s*(?:(?:met|mit|with)\s+)?(?:(?:vriendelijke|hartelijke|hartelijk|warme|zonnige|beste|lieve|veel|de|kind|kindest|best|warm|warmest|many|freundlichen)\s+)*(?:groet(?:en|jes)?|gr|grtz?|mvg|m\.v\.g\.?|hoogachtend|regards|wishes|rgds|cheers|sincerely|yours (?:sincerely|faithfully|truly)|sincerely yours|grüßen|liefs)\b[\s,.!-]*(?:(?:van|from|uit|namens)?\s*\p{L}[\p{L}.' -]{0,40})?[\s,.!]*$/iu;
const thanksClosing =
  /^\s*(?:(?:alvast |nogmaals )?bedankt|dank(?: ?je| u)? ?wel|thanks|thank you|many thanks|thx|best|love)\s*[,!.]*\s*$/i;
const deviceSignature =
  /^\s*(?:verzonden|verstuurd|gestuurd|sent|get|download|ontvang)\s+(?:vanaf|vanuit|met|via|from|using|with|outlook|de outlook)\b.{0,80}$|^\s*outlook voor (?:ios|android)|^\s*-+\s*$|^\s*_{10,}\s*$/i;
const disclaimer =
  /^\s*\*{0,3}\s*(?:disclaimer\b|(?:de )?(?:informatie|inhoud) (?:in|van) (?:dit|deze)|dit (?:e-?mail)?bericht (?:is|kan)|deze e-?mail (?:is|kan|en)|this (?:e-?mail|message|communication)(?: and any|,? including| is| may| contains)|the information (?:contained )?in this|confidentiality notice|think before you print|denk aan het milieu)/i;

/** Quoted mail and its attributions left out; lines, signature and small print stay. */
export function dropQuotedMail(text: string): string {
  const lines = makeStorable(
    text
      .slice(0, maxTextLength)
      .replace(/\r\n?/g, '\n')
      .replace(/\u00a0/g, ' '),
  ).split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (startsForeignMail(lines, at)) break;
    const attributionLines = countAttributionLines(lines, at);
    if (attributionLines > 0) {
      // An answer between the quoted lines follows; without quote signs all the rest is the other's.
      if (!isQuoted(nextFilled(lines, at + attributionLines))) break;
      at += attributionLines - 1;
    } else if (!isQuoted(lines[at] ?? '')) {
      kept.push((lines[at] ?? '').trimEnd());
    }
  }
  return kept.join('\n').trim();
}

/** The sender's own words: signature and small print left out of what `dropQuotedMail` leaves. */
export function dropSignature(unquoted: string): string {
  const lines = unquoted.split('\n');
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    const hasWords = kept.some((earlier) => earlier.trim() !== '');
    if (line.length > maxTestedLength) {
      kept.push(line);
      continue;
    }
    if (/^--\s*$/.test(line) || disclaimer.test(line) || (deviceSignature.test(line) && endsHere(lines, at))) break;
    if (closing.test(line)) break;
    kept.push(line);
    if (hasWords && thanksClosing.test(line) && linesLeft(lines, at + 1) <= 6) break;
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}(?:[\p{Lu}]{1,3})?[>|]/u.test(line);
}

function startsForeignMail(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > maxTestedLength) return false;
  if (forwardBar.test(line) || appleForward.test(line)) return true;
  if (!headingFrom.test(line)) return false;
  return (
    lines.slice(at + 1, at + 5).filter((next) => next.length <= maxTestedLength && headingSent.test(next)).length >= 1
  );
}

/** "Op 3 mei 2024 om 10:12 schreef Jan <jan@x.nl>:" may run over up to four lines. */
function countAttributionLines(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (first.length > maxTestedLength || isQuoted(first) || !attributionStart.test(first)) return 0;
  for (let count = 1; count <= 4; count += 1) {
    const joined = lines.slice(at, at + count).join(' ');
    if (joined.length > maxTestedLength) return 0;
    if (attributionEnd.test(joined)) return count;
    if ((lines[at + count] ?? '').trim() === '') return 0;
  }
  return 0;
}

function nextFilled(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 4).find((line) => line.trim() !== '') ?? '';
}

function linesLeft(lines: readonly string[], from: number): number {
  return lines.slice(from, from + 200).filter((line) => line.trim() !== '').length;
}

/** A rule of dashes may also divide a text: it ends the words only when little or no text follows. */
function endsHere(lines: readonly string[], at: number): boolean {
  return !/^\s*[-_]+\s*$/.test(lines[at] ?? '') || linesLeft(lines, at + 1) <= 12;
}
