import '@mantine/dropzone/styles.css';
import { Button, Progress } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useRef, useState } from 'react';
import { api, newKey, nothing } from '../../api/client.ts';
import { describeFailure } from '../../api/failure.ts';
import { uploadFiles } from '../../api/upload.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpoken } from '../../ui/words.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import classes from './imports.module.css';

/** The place to drop files: streams them in, then makes an import that is only looked at. */
export function DropPlace({ onReady }: { onReady: (importId: string) => void }) {
  const { words, formats } = useSpoken();
  const { shell } = words;
  const { imports } = useImportWords();
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const stopper = useRef<AbortController | null>(null);
  const open = useRef<() => void>(null);
  const folder = useRef<HTMLInputElement>(null);
  const bring = useAct({
    run: async (files: readonly File[]) => {
      stopper.current = new AbortController();
      setProgress({ done: 0, total: files.reduce((sum, { size }) => sum + size, 0) });
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      const { uploadId, fileName } = await uploadFiles(files, { onProgress, signal: stopper.current.signal });
      const run = await api.imports.create({ ...nothing, body: { uploadId, fileName }, headers: newKey() });
      return run.id;
    },
    touches: [['imports']],
    isQuiet: true,
    onDone: onReady,
  });
  const isStopped = bring.error instanceof DOMException;
  if (bring.isPending) {
    const share = progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
    return (
      <div className={classes.uploading}>
        <p aria-live="polite">{imports.uploading(formats.bytes(progress.done), formats.bytes(progress.total))}</p>
        <Progress value={share} aria-label={imports.title} />
        <div>
          <Button variant="default" onClick={() => stopper.current?.abort()}>
            {shell.cancel}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      <Dropzone
        openRef={open}
        onDrop={(files: File[]) => bring.mutate(files)}
        className={classes.drop ?? ''}
        inputProps={{ 'aria-label': imports.drop }}
        activateOnClick={false}
      >
        <div className={classes.dropWords}>
          <p className={classes.dropTitle}>{imports.drop}</p>
          <p className="soft">{imports.dropMore}</p>
          <div className={classes.dropActs}>
            <Button onClick={() => open.current?.()}>{imports.choose}</Button>
            <Button variant="default" onClick={() => folder.current?.click()}>
              {imports.chooseFolder}
            </Button>
          </div>
        </div>
      </Dropzone>
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={imports.chooseFolder}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) bring.mutate(files);
        }}
      />
      {bring.isError && !isStopped && (
        <p role="alert" className={classes.failure}>
          {describeUpload(bring.error)}
        </p>
      )}
    </>
  );

  function describeUpload(error: unknown): string {
    const failure = describeFailure(error, words);
    return failure.code === 'offline' ? imports.uploadFailed : failure.sentence;
  }
}
