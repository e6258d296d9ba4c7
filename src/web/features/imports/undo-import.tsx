import { Button } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../../ui/confirm.tsx';
import { useImportWords } from '../../ui/words-of/imports.ts';
import { useImportActs } from './use-import-acts.ts';

export function UndoImport({ importId }: { importId: string }) {
  const { done } = useImportWords().imports;
  const { undo } = useImportActs(importId);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {done.undo}
      </Button>
      {isAsking && (
        <Confirm
          question={done.undo}
          text={done.undoAsk}
          act={done.undo}
          isBusy={undo.isPending}
          onYes={() => undo.mutate()}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
