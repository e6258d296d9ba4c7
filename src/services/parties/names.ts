/** How a name sorts and how it is found. */
import { nameParticles } from '#contract/name-particles.ts';

const articles = new Set(['de', 'het', "'t", '’t', 'the']);

const combiningMarks = /\p{M}+/gu;

/** Lower case, without accents: both sides of every comparison go through here. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .replace(/[ßøłæœđð]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters that are no base letter with a mark. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd' };

/** "Jan van den Berg" sorts as "berg, jan van den"; "De Overkant" as "overkant, de". */
export function sortNameOf(name: string, kind: 'person' | 'organisation'): string {
  const normal = normaliseText(name);
  if (normal === '' || normal.includes('@') || normal.includes(',')) return normal;
  const words = kind === 'person' ? partWords(normal) : normal.split(' ');
  if (kind === 'organisation') {
    const first = words[0] ?? '';
    return words.length > 1 && articles.has(first) ? `${words.slice(1).join(' ')}, ${first}` : normal;
  }
  if (words.length === 1) return normal;
  // The family name begins after the first run of particles; without any it is the last word.
  const firstParticle = words.findIndex((word, index) => index > 0 && nameParticles.has(word));
  let start = words.length - 1;
  if (firstParticle > 0) {
    start = firstParticle;
    while (start < words.length - 1 && nameParticles.has(words[start] ?? '')) start += 1;
  }
  return `${words.slice(start).join(' ')}, ${words.slice(0, start).join(' ')}`;
}

/** "d'Ancona" sorts as Ancona: what hangs on by an apostrophe is a particle too. */
function partWords(name: string): string[] {
  return name.split(' ').flatMap((word, place) => {
    const [, particle, rest] = (place > 0 && /^([dl]['’])(\p{L}.*)$/u.exec(word)) || [];
    return particle && rest ? [particle, rest] : [word];
  });
}

interface Findable {
  readonly name: string;
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  /** What else they are found by: own fields. */
  readonly words?: readonly string[];
}

/** Names, mails, phones (as digits) and handles in one normalised line. */
export function searchTextOf({ name, identities, words = [] }: Findable): string {
  const parts = [normaliseText(name)];
  for (const { kind, value } of identities) {
    if (kind === 'phone') parts.push(value.replace(/\D/g, ''), value.replace(/\D/g, '').replace(/^31/, '0'));
    else if (!value.startsWith('domain:')) parts.push(normaliseText(value));
  }
  parts.push(...words.map((word) => normaliseText(word).slice(0, 500)));
  return [...new Set(parts)].join(' ').slice(0, 4000);
}

/** What to call someone of whom only an address is known: the address itself is honest, its local part reads better. */
export function nameFromIdentity(identity: { kind: string; value: string; displayName: string | null }): string {
  const given = (identity.displayName ?? '').replace(/\s+/g, ' ').trim();
  if (given !== '' && !given.includes('@')) return given.slice(0, 300);
  return identity.value.slice(0, 300);
}
