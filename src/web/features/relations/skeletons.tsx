import { Skeleton } from '@mantine/core';

/** Lines to come, where waiting is likely. */
export function Skeletons() {
  return (
    <caption aria-hidden="true" style={{ display: 'block' }}>
      {Array.from({ length: 9 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move.
        <Skeleton key={at} height={14} my={13} width={`${90 - ((at * 7) % 30)}%`} />
      ))}
    </caption>
  );
}
