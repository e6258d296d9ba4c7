/** Brings files to the house and hangs them on something; says of each what went wrong. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fileMaxBytes } from '#contract/file-limits.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { uploadFiles } from '../../api/upload.ts';
import { useSpoken } from '../../ui/words.tsx';

export interface Brought {
  readonly uploadId: string;
  readonly name: string;
}

export interface Holder {
  readonly noun: 'party' | 'note' | 'interaction';
  readonly recordId: string;
}

export function useAttach(partyId: string) {
  const { words, formats } = useSpoken();
  const cache = useQueryClient();
  const [adding, setAdding] = useState<readonly string[]>([]);
  const { file } = words.timeline;

  const tell = (message: string) => notifications.show({ color: 'red', message, autoClose: 9000 });

  /** Null for what did not arrive; why has been told. */
  async function bringOne(given: File): Promise<Brought | null> {
    const name = given.name || file.pasted;
    if (given.size > fileMaxBytes) {
      tell(file.tooLarge(name, formats.bytes(fileMaxBytes)));
      return null;
    }
    setAdding((names) => [...names, name]);
    try {
      const signal = new AbortController().signal;
      const { uploadId } = await uploadFiles([given], { onProgress: () => undefined, signal });
      return { uploadId, name };
    } catch (error) {
      const { code, sentence } = describeFailure(error, words);
      tell(code === 'offline' ? file.failed(name) : `${name}: ${sentence}`);
      return null;
    } finally {
      setAdding((names) => names.filter((other) => other !== name));
    }
  }

  async function bring(files: readonly File[]): Promise<Brought[]> {
    const brought: Brought[] = [];
    for (const given of files) {
      const one = await bringOne(given);
      if (one) brought.push(one);
    }
    return brought;
  }

  async function attach(files: readonly File[], holder: Holder): Promise<void> {
    const names: string[] = [];
    for (const { uploadId, name } of await bring(files)) {
      try {
        await api.files.create({ ...nothing, body: { uploadId, name, ...holder }, headers: newKey() });
        names.push(name);
      } catch (error) {
        tell(`${name}: ${describeFailure(error, words).sentence}`);
      }
    }
    void cache.invalidateQueries({ queryKey: ['party', partyId] });
    if (names.length > 0) notifications.show({ message: file.added(formats.list(names)) });
  }

  return { adding, bring, attach };
}
