/** Rich text as it is read: elements of our own, made from the document; nothing in it can be HTML. */
import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichInline, RichMark, RichText } from '#contract/rich-text.ts';
import { useWords } from '../words.tsx';
import classes from './rich-text.module.css';
import { isSafeLink } from './to-rich-text.ts';

export function RichTextView({ body }: { body: RichText }) {
  return <div className={classes.text}>{body.content.map((block, at) => withKey(at, <Block block={block} />))}</div>;
}

/** Parts of a document have no name of their own: their place is what they are. */
function withKey(at: number, node: ReactNode): ReactNode {
  return <Fragment key={at}>{node}</Fragment>;
}

function Block({ block }: { block: RichBlock }) {
  const { editor } = useWords().timeline;
  switch (block.type) {
    case 'paragraph':
      return <p>{block.content?.map((part, at) => withKey(at, <Inline part={part} />))}</p>;
    case 'heading': {
      const Heading = block.attrs.level === 2 ? 'h4' : 'h5';
      return <Heading>{block.content?.map((part, at) => withKey(at, <Inline part={part} />))}</Heading>;
    }
    case 'codeBlock':
      return (
        <pre>
          <code>{block.content?.map((part, at) => withKey(at, <Inline part={part} />))}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{block.content.map((part, at) => withKey(at, <Block block={part} />))}</blockquote>;
    case 'taskList':
      return (
        <ul className={classes.tasks}>
          {block.content.map(({ attrs, content }, at) =>
            withKey(
              at,
              <li data-done={attrs.checked}>
                <span role="img" aria-label={attrs.checked ? editor.done : editor.open} className={classes.box} />
                <div>{content.map((part, place) => withKey(place, <Block block={part} />))}</div>
              </li>,
            ),
          )}
        </ul>
      );
    default: {
      const List = block.type === 'bulletList' ? 'ul' : 'ol';
      return (
        <List>
          {block.content.map(({ content }, at) =>
            withKey(at, <li>{content.map((part, place) => withKey(place, <Block block={part} />))}</li>),
          )}
        </List>
      );
    }
  }
}

function Inline({ part }: { part: RichInline }) {
  if (part.type === 'hardBreak') return <br />;
  if (part.type === 'mention') return <span className={classes.mention}>@{part.attrs.label}</span>;
  return <Marked marks={part.marks ?? []}>{part.text}</Marked>;
}

/** One mark around the rest of them around the words. */
function Marked({ marks, children }: { marks: readonly RichMark[]; children: string }) {
  const [mark, ...rest] = marks;
  if (!mark) return children;
  const inside = <Marked marks={rest}>{children}</Marked>;
  if (mark.type === 'link') {
    if (!isSafeLink(mark.attrs.href)) return inside;
    return (
      <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow">
        {inside}
      </a>
    );
  }
  if (mark.type === 'bold') return <strong>{inside}</strong>;
  if (mark.type === 'italic') return <em>{inside}</em>;
  return mark.type === 'strike' ? <s>{inside}</s> : <code>{inside}</code>;
}
