import { Suspense } from 'react';
import type { BlockName } from '#engine/reading.ts';
import { Grounds } from '../../ui/numbers/open-number.tsx';
import { reckonedWith } from '../../ui/numbers/reckoned-with.ts';

/** What a block was worked out with, and where that comes from. */
export function BlockGrounds({ block }: { block: BlockName }) {
  return (
    <Suspense>
      <Grounds parameters={reckonedWith(block)} />
    </Suspense>
  );
}
