import { useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { uploadFiles } from '../../api/upload.ts';
import { useAct } from '../../api/use-act.ts';
import type { useLetter } from './use-letter.ts';

/** Files to go along: up first, then hung on the mail, one after the other. */
export function useLetterFiles({ mail, flush, know }: ReturnType<typeof useLetter>) {
  const [adding, setAdding] = useState<readonly string[]>([]);
  const params = { outboxId: mail.id };
  const line = `letter ${mail.id}`;
  const forget = (file: File) => setAdding((names) => names.filter((name) => name !== file.name));
  const attach = useAct({
    run: async (file: File) => {
      const { signal } = new AbortController();
      const { uploadId } = await uploadFiles([file], { onProgress: () => undefined, signal });
      return api.outboxMails.attach({ ...nothing, params, body: { uploadId, name: file.name }, headers: newKey() });
    },
    line,
    onDone: (now, file) => {
      know(now);
      forget(file);
    },
    onFailed: forget,
  });
  const detach = useAct({
    run: (fileId: string) => api.outboxMails.detach({ ...nothing, params: { ...params, fileId }, headers: newKey() }),
    line,
    onDone: know,
  });
  const bring = (files: readonly File[]) => {
    setAdding((names) => [...names, ...files.map(({ name }) => name)]);
    void flush().then(() => {
      for (const file of files) attach.mutate(file);
    });
  };
  return { adding, bring, detach: (fileId: string) => detach.mutate(fileId) };
}
