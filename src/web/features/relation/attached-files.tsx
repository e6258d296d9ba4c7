import { UnstyledButton } from '@mantine/core';
import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconMusic,
  IconPhoto,
  IconTable,
  IconVideo,
  IconX,
} from '@tabler/icons-react';
import type { AttachedFile } from '#contract/files.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useUndoRecord } from '../../ui/changes/use-undo-record.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './files.module.css';

type Kind = 'image' | 'text' | 'audio' | 'video' | 'pdf' | 'sheet' | 'other';

const icons: Record<Kind, typeof IconFile> = {
  image: IconPhoto,
  text: IconFileText,
  audio: IconMusic,
  video: IconVideo,
  pdf: IconFileTypePdf,
  sheet: IconTable,
  other: IconFile,
};

function kindOf(mediaType: string): Kind {
  if (mediaType === 'application/pdf') return 'pdf';
  if (/spreadsheet|csv/.test(mediaType)) return 'sheet';
  if (/wordprocessing|opendocument\.text|rtf/.test(mediaType)) return 'text';
  const family = mediaType.split('/')[0];
  return family === 'image' || family === 'text' || family === 'audio' || family === 'video' ? family : 'other';
}

/** Names to save by, with how large they are; each can be taken away, and comes back by undo. */
export function AttachedFiles({ files, partyId }: { files: readonly AttachedFile[]; partyId: string }) {
  const { words, formats } = useSpoken();
  const { timeline } = words;
  const { sayDone } = useUndoRecord();
  const remove = useAct({
    run: ({ id }: AttachedFile) => api.files.remove({ ...nothing, params: { fileId: id }, headers: newKey() }),
    touches: [['party', partyId]],
    onDone: (_, { id, name }) => sayDone(timeline.file.removed(name), id),
  });
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={timeline.file.list}>
      {files.map((file) => {
        const kind = kindOf(file.mediaType);
        const Icon = icons[kind];
        return (
          <li key={file.id} className={classes.file}>
            <a href={`/api/files/${file.id}/content`} download={file.name} className={classes.link}>
              <Icon size={17} stroke={1.5} role="img" aria-label={timeline.file.types[kind]} />
              <span className={classes.name}>{file.name}</span>
              <span className="soft small">{formats.bytes(file.sizeBytes)}</span>
            </a>
            <UnstyledButton
              className={`${classes.remove} noPrint`}
              aria-label={timeline.file.remove(file.name)}
              onClick={() => remove.mutate(file)}
            >
              <IconX size={15} aria-hidden="true" />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
