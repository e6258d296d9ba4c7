import { useSpoken } from '../../ui/words.tsx';

interface Props {
  readonly link: string | null;
  /** The account or feed that brought it. */
  readonly through: string | null;
  readonly at: string;
}

/** Where something can be read, through which account it was found, and when. */
export function FoundAt({ link, through, at }: Props) {
  const { words, formats } = useSpoken();
  const { found } = words.timeline;
  return (
    <p className="soft small">
      {link?.startsWith('https://') && (
        <>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {found.read(new URL(link).hostname)}
          </a>
          {' · '}
        </>
      )}
      {through === null ? found.when(formats.dateTime(at)) : found.through(through, formats.dateTime(at))}
    </p>
  );
}
