/** What a mail says itself, and what it repeats of others. */
export interface TextPart {
  readonly words: string;
  readonly isQuoted: boolean;
}

const lead = /^(On .{6,200} wrote:|Op .{6,200} schreef .{1,200}:|.{1,200} schreef op .{6,200}:)\s*$/;
const wholeBelow = /^(-{2,}\s*(Original Message|Oorspronkelijk bericht)\s*-{2,}|_{20,}\s*|Van:\s.+|From:\s.+@.+)$/i;

/** Lines that begin with ">", the line that announces them, and all below the sign of an older mail. */
export function splitQuoted(text: string): TextPart[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const parts: { lines: string[]; isQuoted: boolean }[] = [];
  let isBelow = false;
  lines.forEach((line, at) => {
    // The first lines of a mail are its own, however they look.
    isBelow ||= at > 1 && wholeBelow.test(line);
    const isLead = lead.test(line) && lines.slice(at + 1, at + 3).some((next) => next.startsWith('>'));
    const isQuoted = isBelow || line.startsWith('>') || isLead;
    const last = parts.at(-1);
    if (last && (last.isQuoted === isQuoted || (last.isQuoted && line.trim() === ''))) last.lines.push(line);
    else parts.push({ lines: [line], isQuoted });
  });
  return parts
    .map(({ lines: own, isQuoted }) => ({ words: own.join('\n').trim(), isQuoted }))
    .filter(({ words }) => words !== '')
    .map(({ words, isQuoted }) => ({ words: isQuoted ? words : `${words}\n`, isQuoted }));
}
