import { RichTextEditor as Frame } from '@mantine/tiptap';
import { useWords } from '../words.tsx';
import classes from './rich-text.module.css';

/** The few marks a note needs. Everything here has its usual key as well. */
export function EditorTools() {
  const { editor: words } = useWords().timeline;
  const named = (label: string) => ({ 'aria-label': label, title: label });
  return (
    <Frame.Toolbar className={classes.toolbar} role="toolbar" aria-label={words.marks}>
      <Frame.ControlsGroup>
        <Frame.Bold {...named(words.bold)} />
        <Frame.Italic {...named(words.italic)} />
        <Frame.Strikethrough {...named(words.strike)} />
        <Frame.Code {...named(words.code)} />
      </Frame.ControlsGroup>
      <Frame.ControlsGroup>
        <Frame.H2 {...named(words.heading)} />
        <Frame.H3 {...named(words.smallHeading)} />
        <Frame.BulletList {...named(words.bullets)} />
        <Frame.OrderedList {...named(words.numbers)} />
        <Frame.TaskList {...named(words.tasks)} />
        <Frame.Blockquote {...named(words.quote)} />
      </Frame.ControlsGroup>
      <Frame.ControlsGroup>
        <Frame.Link {...named(words.link)} />
        <Frame.Unlink {...named(words.unlink)} />
      </Frame.ControlsGroup>
    </Frame.Toolbar>
  );
}
