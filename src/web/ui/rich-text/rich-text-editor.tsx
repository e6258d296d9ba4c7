import '@mantine/tiptap/styles.css';
import { UnstyledButton } from '@mantine/core';
import { RichTextEditor as Frame, getTaskListExtension } from '@mantine/tiptap';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { type ComponentProps, type KeyboardEvent, useRef, useState } from 'react';
import type { RichText } from '#contract/rich-text.ts';
import { useWords } from '../words.tsx';
import { EditorTools } from './editor-tools.tsx';
import classes from './rich-text.module.css';
import { type EditorNode, hasWords, isSafeLink, toRichText } from './to-rich-text.ts';
import { type Naming, type Person, useMentions } from './use-mentions.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly start: RichText | null;
  readonly people: readonly Person[];
  /** Null while nothing is written. */
  readonly onChange: (body: RichText | null) => void;
  /** Ctrl or Cmd with Enter. */
  readonly onSubmit: () => void;
  /** Escape, while no name is being chosen. */
  readonly onCancel: () => void;
  /** Pasted pictures and dropped files. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where rich text is written. What it holds goes out through toRichText, so that nothing unknown ever leaves it. */
export function RichTextEditor(props: Props) {
  const { editor: words } = useWords().timeline;
  const latest = useRef(props);
  latest.current = props;
  const { naming, extension } = useMentions(props.people, classes.mention ?? '');
  const [isEmpty, setEmpty] = useState(props.start === null);
  const editor = useEditor({
    injectCSS: false,
    autofocus: 'end',
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        horizontalRule: false,
        underline: false,
        link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: isSafeLink },
      }),
      getTaskListExtension(TaskList),
      TaskItem.configure({ nested: true }),
      extension,
    ],
    content: (props.start ?? '') as object | string,
    editorProps: {
      attributes: { 'aria-label': props.label, 'aria-multiline': 'true', role: 'textbox' },
      handlePaste: (_view, event) => take(event.clipboardData?.files),
      handleDrop: (_view, event) => take(event.dataTransfer?.files),
    },
    onUpdate: ({ editor: now }) => {
      const held = now.getJSON() as EditorNode;
      setEmpty(now.isEmpty);
      latest.current.onChange(hasWords(held) ? toRichText(held) : null);
    },
  });
  const take = (files: FileList | null | undefined): boolean => {
    if (!files || files.length === 0) return false;
    latest.current.onFiles([...files]);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const isCancel = event.key === 'Escape' && naming === null;
    if (!isSubmit && !isCancel) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSubmit) props.onSubmit();
    else props.onCancel();
  };
  return (
    <Frame
      // Mantine reads the types of another build of the same package.
      editor={editor as unknown as ComponentProps<typeof Frame>['editor']}
      className={classes.editor}
      variant="subtle"
      withTypographyStyles={false}
      withCodeHighlightStyles={false}
      labels={{
        linkEditorInputLabel: words.linkAddress,
        linkEditorInputPlaceholder: words.linkPlaceholder,
        linkEditorSave: words.linkSave,
        linkEditorExternalLink: words.linkNewTab,
        linkEditorInternalLink: words.linkSameTab,
      }}
      onKeyDownCapture={onKeyDown}
    >
      <EditorTools />
      <div className={classes.page}>
        {isEmpty && (
          <p className={classes.placeholder} aria-hidden="true">
            {props.placeholder}
          </p>
        )}
        <Frame.Content className={classes.text} />
      </div>
      {naming && <Names naming={naming} />}
    </Frame>
  );
}

function Names({ naming }: { naming: Naming }) {
  const { editor: words } = useWords().timeline;
  if (naming.people.length === 0) return <p className={`${classes.names} soft small`}>{words.nobody}</p>;
  return (
    <div role="listbox" aria-label={words.mentions} className={classes.names}>
      {naming.people.map((person, at) => (
        <UnstyledButton
          key={person.id}
          role="option"
          tabIndex={-1}
          aria-selected={at === naming.at}
          className={classes.name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => naming.choose(person)}
        >
          {person.name}
        </UnstyledButton>
      ))}
    </div>
  );
}
