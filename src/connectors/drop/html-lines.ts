/** All the text of an HTML mail, quoted parts too, line by line: what is forwarded stands in what others leave out. */
const mostHtml = 400_000;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function htmlToLines(html: string): string {
  return html
    .slice(0, mostHtml)
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|hr)\b[^<>]*>|<\/(?:div|p|tr|li|h[1-6]|blockquote|table)\s*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|([a-z]{2,5}));/gi, (all, code, name) => {
      if (name) return entities[name.toLowerCase()] ?? all;
      return Number(code) > 0 && Number(code) <= 0x10_ffff ? String.fromCodePoint(Number(code)) : '';
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n');
}
