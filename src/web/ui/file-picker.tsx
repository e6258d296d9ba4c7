import type { Ref } from 'react';

interface Props {
  readonly label: string;
  /** Its button stands elsewhere: `ref.current?.click()`. */
  readonly ref: Ref<HTMLInputElement>;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own choosing of files, without its button. The same file can be chosen twice. */
export function FilePicker({ label, ref, onFiles }: Props) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
