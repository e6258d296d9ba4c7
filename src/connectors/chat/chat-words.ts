/** What the program itself writes in the place of words, in Dutch, English and German. */

export type ChatContent =
  | { readonly type: 'words'; readonly text: string }
  /** A picture, a voice message: somebody sent something, but no words. */
  | { readonly type: 'media' }
  | { readonly type: 'call'; readonly channel: 'call' | 'video' }
  /** Nobody said anything. */
  | { readonly type: 'nothing' };

const media = new RegExp(
  [
    '<(media|medien) (omitted|weggelaten|ausgeschlossen|weggelassen)>',
    '(image|video|audio|sticker|gif|document|photo|video note|contact card) omitted',
    '(afbeelding|foto|video|audio|sticker|gif|document|videobericht|contactkaart) weggelaten',
    '(bild|foto|video|audio|sticker|gif|dokument|videonachricht|kontaktkarte) (weggelassen|ausgelassen)',
    '<(attached|bijgevoegd|angehängt): [^>]+>',
    String.raw`\S+\.\w{2,5} \((file attached|bestand bijgevoegd|datei angehängt)\)`,
  ].join('|'),
  'i',
);
const deleted =
  /^(this message was deleted|you deleted this message|dit bericht is verwijderd|je hebt dit bericht verwijderd|u hebt dit bericht verwijderd|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|null)\.?$/i;
const edited = /[\u200e\s]*<(this message was edited|dit bericht is bewerkt|diese nachricht wurde bearbeitet)\.?>\s*$/i;
const call =
  /^(voice|video)[ -]?call\b|^(spraakoproep|audiogesprek|video-?oproep|videogesprek)\b|^(sprachanruf|videoanruf)\b/i;
/** How long it took: without that nobody answered. */
const lasted = /\d+\s*(s|sec|sek|seconden|seconds|sekunden|m|min|minuten|minutes|h|hr|hrs|u|uur|std|stunden)\b/i;
const missed = /missed|gemist|verpasst|no answer|geen antwoord|keine antwort|niet beantwoord|not answered/i;

export function readContent(written: string): ChatContent {
  const isOfProgram = /^\u200e/.test(written.trim());
  const text = written
    .replace(edited, '')
    .replace(/[\u200e\u200f]/g, '')
    .trim();
  if (text === '' || deleted.test(text)) return { type: 'nothing' };
  if (call.test(text) && text.length < 80) {
    if (missed.test(text) || !lasted.test(text)) return { type: 'nothing' };
    return { type: 'call', channel: /^video/i.test(text) ? 'video' : 'call' };
  }
  const words = text.replace(media, '').trim();
  if (words !== text) return words === '' ? { type: 'media' } : { type: 'words', text: words };
  // What begins with a mark of direction and is none of these, the program wrote.
  return isOfProgram ? { type: 'nothing' } : { type: 'words', text };
}
