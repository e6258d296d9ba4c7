/** What was changed or put back, as a sentence. Names of fields stand in one place: messages, under `changes`. */
import type { Change } from '#contract/changes.ts';
import type { Words } from '#messages/en/words.ts';
import type { Formats } from '#messages/formats.ts';

interface Speech {
  readonly words: Words;
  readonly formats: Formats;
  /** Names that people gave to fields of their own, by key. */
  readonly ownFields: ReadonlyMap<string, string>;
}

interface Changed {
  readonly noun: string;
  readonly label: string | null;
  readonly fields: readonly string[];
}

const ownPrefix = 'fields.';
const mostNamed = 3;

export function sayField(name: string, { words, ownFields }: Pick<Speech, 'words' | 'ownFields'>): string {
  if (!name.startsWith(ownPrefix))
    return words.changes.fields[name] ?? words.records.labels[name as keyof typeof words.records.labels] ?? name;
  const key = name.slice(ownPrefix.length);
  return ownFields.get(key) ?? key.replaceAll(/[-_]/g, ' ');
}

/** "functie en notitie van Ans de Wit", or only the thing itself where it came or went whole. */
export function sayWhat({ noun, label, fields }: Changed, speech: Speech): string {
  const { changes } = speech.words;
  const thing = changes.nouns[noun] ?? changes.unknownNoun;
  const named = label ? (noun === 'party' ? label : `${thing} “${label}”`) : thing;
  if (fields.length === 0) return named;
  const names = fields.map((name) => sayField(name, speech));
  const shown = names.length > mostNamed ? [...names.slice(0, mostNamed - 1), changes.others(names.length - 2)] : names;
  return changes.of(speech.formats.list(shown), named);
}

export function sayChange(change: Change, speech: Speech): string {
  const { changes } = speech.words;
  const who = change.by?.name ?? (change.origin === 'house' ? changes.house : changes.somebody);
  const fields = change.act === 'update' ? change.fields.map(({ name }) => name) : [];
  const said = changes.did[change.act](who, sayWhat({ ...change, fields }, speech));
  return change.isUndo ? changes.putBack(said) : said;
}

export interface Undone extends Changed {
  readonly act: Change['act'];
  readonly undone: number;
  readonly kept: number;
}

export function sayUndone(undone: Undone, speech: Speech, isRedone: boolean): string {
  const { changes } = speech.words;
  const { undone: count, kept } = undone;
  const one = { what: sayWhat(undone, speech), count, kept };
  const said =
    count > 1
      ? changes.saidMany({ ...one, what: changes.nouns[undone.noun] ?? changes.unknownNoun })
      : isRedone
        ? changes.redone(one)
        : changes.said[undone.act](one);
  return kept > 0 ? `${said} ${changes.saidKept(kept)}` : said;
}
