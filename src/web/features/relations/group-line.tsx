import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ListGroup } from '#contract/party-lists.ts';
import { useSpoken } from '../../ui/words.tsx';
import classes from './relation-table.module.css';
import { useGroupName } from './use-group-name.ts';
import type { GroupHead } from './use-list-lines.ts';

interface Props {
  readonly head: GroupHead;
  readonly by: string;
  readonly span: number;
  readonly onFold: (group: ListGroup) => void;
}

/** The head of a group: its name, how many, and a way to fold it. */
export function GroupLine({ head, by, span, onFold }: Props) {
  const { formats } = useSpoken();
  const name = useGroupName(by)(head.group);
  const Arrow = head.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <td className={classes.group} colSpan={span}>
      <button type="button" className={classes.fold} aria-expanded={!head.isFolded} onClick={() => onFold(head.group)}>
        <Arrow size={15} stroke={1.8} aria-hidden="true" />
        <strong>{name}</strong> <span className={classes.groupCount}>{formats.number(head.group.count)}</span>
      </button>
    </td>
  );
}
