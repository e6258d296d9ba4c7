/** A mail as one reads it: text, cleaned HTML, what hangs on it. Runs in the child process. */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { OpenedFile, OpenedMail } from '#services/mailroom/mail-opener.ts';
import { htmlToOwnText } from '../mail/html-text.ts';
import { cutText, makeLine, makeStorable } from '../storable-text.ts';
import { cleanHtml } from './clean-html.ts';

const limits = { maxNestingDepth: 32, maxHeadersSize: 1_048_576, forceRfc822Attachments: true };
const mostText = 400_000;
const mostFiles = 200;
/** Of images inside the mail that are shown within it. */
const mostImageBytes = 4 * 1_048_576;
const shownImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export async function openMail(raw: Uint8Array, { withRemote }: { withRemote: boolean }): Promise<OpenedMail> {
  const email = await PostalMime.parse(raw, limits);
  const html = email.html?.trim() ? cleanHtml(email.html, { withRemote, images: imagesOf(email) }) : null;
  const written = email.text?.trim() ? email.text : htmlToOwnText(email.html ?? '');
  return {
    text: makeStorable(cutText(written, mostText)),
    html: html?.html ?? null,
    hasRemote: html?.hasRemote ?? false,
    files: listFiles(email).map(describeFile),
  };
}

export async function openMailFile(raw: Uint8Array, at: number) {
  const file = listFiles(await PostalMime.parse(raw, limits))[at];
  return file ? { ...describeFile(file), bytes: bytesOf(file) } : null;
}

/** Not the pictures that stand in its text. */
function listFiles(email: Email): Attachment[] {
  const html = email.html ?? '';
  return email.attachments
    .filter(({ disposition, contentId }) => {
      const cid = contentId?.replace(/^<|>$/g, '');
      return disposition === 'attachment' || !cid || !html.includes(`cid:${cid}`);
    })
    .slice(0, mostFiles);
}

function describeFile(file: Attachment): OpenedFile {
  const name = makeLine(file.filename ?? undefined, 255) ?? '';
  const isPlain = /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType) && file.mimeType.length <= 100;
  const mediaType = isPlain ? file.mimeType.toLowerCase() : 'application/octet-stream';
  return { name, mediaType, sizeBytes: bytesOf(file).byteLength };
}

function imagesOf(email: Email): Map<string, string> {
  const images = new Map<string, string>();
  let left = mostImageBytes;
  for (const file of email.attachments) {
    const mediaType = file.mimeType.toLowerCase();
    const bytes = bytesOf(file);
    if (!file.contentId || !shownImages.has(mediaType) || bytes.byteLength > left) continue;
    left -= bytes.byteLength;
    const cid = file.contentId.replace(/^<|>$/g, '').toLowerCase();
    images.set(cid, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return images;
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
